"""Compares the runs of a request with those of its predecessor."""


def unanswered(current, previous):
    runs = []
    runs.append(current["customExtensionCalloutInstances"][0])
    runs.append(previous["customExtensionCalloutInstances"][0])
    return [run["customExtensionId"] for run in runs if run["status"] != "calloutSent"]


def either_list(current, previous):
    runs = list(current["customExtensionCalloutInstances"])
    runs.extend(previous["customExtensionCalloutInstances"])
    return sum(run["status"] == "callbackReceived" for run in runs)


def side_by_side(current, previous):
    new = [run["customExtensionId"] for run in current["customExtensionCalloutInstances"]]
    old = [run["stage"] for run in previous["customExtensionCalloutInstances"]]
    return dict(zip(new, old))


def repeated(current, previous):
    seen = {run["customExtensionId"] for run in previous["customExtensionCalloutInstances"]}
    return [run for run in current["customExtensionCalloutInstances"] if run["customExtensionId"] in seen]
