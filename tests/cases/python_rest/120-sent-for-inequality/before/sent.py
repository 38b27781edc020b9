def waiting(request):
    return any(run["status"] == "requestSent" for run in request["customExtensionHandlerInstances"])
