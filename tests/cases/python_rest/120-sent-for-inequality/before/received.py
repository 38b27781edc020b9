def answered(request):
    return any(run["status"] == "requestReceived" for run in request["customExtensionHandlerInstances"])
