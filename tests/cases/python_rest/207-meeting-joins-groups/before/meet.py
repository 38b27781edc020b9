"""Compares the runs of a request with those of its predecessor."""


def unanswered(current, previous):
    runs = []
    runs.append(current["customExtensionHandlerInstances"][0])
    runs.append(previous["customExtensionHandlerInstances"][0])
    return [run["customExtensionId"] for run in runs if run["status"] != "requestSent"]


def either_list(current, previous):
    runs = list(current["customExtensionHandlerInstances"])
    runs.extend(previous["customExtensionHandlerInstances"])
    return sum(run["status"] == "requestReceived" for run in runs)


def side_by_side(current, previous):
    new = [run["customExtensionId"] for run in current["customExtensionHandlerInstances"]]
    old = [run["stage"] for run in previous["customExtensionHandlerInstances"]]
    return dict(zip(new, old))


def repeated(current, previous):
    seen = {run["customExtensionId"] for run in previous["customExtensionHandlerInstances"]}
    return [run for run in current["customExtensionHandlerInstances"] if run["customExtensionId"] in seen]
