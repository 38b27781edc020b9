def correlations(request):
    return [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"]]
