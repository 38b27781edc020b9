"""Small questions about one recorded access package request; the caller has loaded it."""


def chained(request):
    runs = found = request["customExtensionHandlerInstances"]
    return len(runs), [entry["stage"] for entry in found]


def renamed(request: dict) -> str:
    newest: dict = request["customExtensionHandlerInstances"][0]
    shown = newest
    return shown["stage"]


def pair(request):
    first, second = request["customExtensionHandlerInstances"]
    return first["customExtensionId"], second["stage"]


def nested(request, note):
    (head, *rest), text = request["customExtensionHandlerInstances"], note
    return f"{head['customExtensionId']} {[run['stage'] for run in rest]} {text}"


def named_inside(request):
    if runs := request.get("customExtensionHandlerInstances"):
        return runs[-1]["stage"]
    return None


def swapped(request, ticket):
    run, other = request["customExtensionCalloutInstances"][0], ticket
    run, other = other, run
    return run["stage"], other["customExtensionId"]


def replaced(request, ticket):
    entry = request["customExtensionCalloutInstances"][0]
    print(entry["externalCorrelationId"])
    entry = ticket
    return entry["stage"]


def either(request, ticket):
    if request["requestState"] == "Denied":
        entry = ticket
    else:
        entry = request["customExtensionHandlerInstances"][-1]
    return entry["stage"]
