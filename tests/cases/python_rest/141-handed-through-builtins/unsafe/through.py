"""Checks on one recorded request each; the caller has loaded it."""


def numbered(request):
    runs = request["customExtensionCalloutInstances"] if request["requestState"] != "Denied" else []
    return [f"{number} {run['stage']}" for number, run in enumerate(runs)]


def repeated(request):
    runs = request.get("customExtensionCalloutInstances") or []
    return any(one["stage"] == other["stage"] for one, other in zip(runs, runs[1:]))


def backwards(request):
    return list(map(lambda run: run["stage"], reversed(request["customExtensionCalloutInstances"])))


def newest(request):
    last = max(request["customExtensionCalloutInstances"], key=lambda run: run["externalCorrelationId"])
    return last["stage"]


def first(request):
    if (head := next(iter(request["customExtensionCalloutInstances"]), None)) is not None:
        return head.get("stage")
    return None


def tail(request):
    *_, end = request["customExtensionCalloutInstances"]
    return end["customExtensionId"]
