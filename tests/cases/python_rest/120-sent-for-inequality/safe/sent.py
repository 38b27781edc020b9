def waiting(request):
    return any(run["status"] == "calloutSent" for run in request["customExtensionCalloutInstances"])
