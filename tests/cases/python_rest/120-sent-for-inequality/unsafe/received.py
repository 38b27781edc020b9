def answered(request):
    return any(run["status"] == "callbackReceived" for run in request["customExtensionCalloutInstances"])
