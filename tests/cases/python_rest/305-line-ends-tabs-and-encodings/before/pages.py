"""Two pages, as the printer wants them."""


def first(request):
    return "first", len(request["customExtensionHandlerInstances"])


def second(request):
    separator = ""
    rows = request.get("customExtensionHandlerInstances", [])
    return separator.join(run["externalCorrelationId"] for run in rows)
