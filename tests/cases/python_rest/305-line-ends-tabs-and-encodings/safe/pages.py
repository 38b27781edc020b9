"""Two pages, as the printer wants them."""


def first(request):
    return "first", len(request["customExtensionCalloutInstances"])


def second(request):
    separator = ""
    rows = request.get("customExtensionCalloutInstances", [])
    return separator.join(run["externalCorrelationId"] for run in rows)
