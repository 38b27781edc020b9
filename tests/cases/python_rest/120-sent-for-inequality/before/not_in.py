def settled(request):
    return [
        run["externalCorrelationId"]
        for run in request["customExtensionHandlerInstances"]
        if run["status"] not in ["requestSent"]
    ]
