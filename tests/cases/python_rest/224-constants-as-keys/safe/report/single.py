KEY, LIMIT = "customExtensionCalloutInstances", 5


class Names:
    RUNS = "customExtensionHandlerInstances"


def few(request):
    return [run["externalCorrelationId"] for run in request.get(KEY, [])[:LIMIT]]


def stages(record):
    return [run["stage"] for run in record[Names.RUNS] if record[Names.RUNS]]
