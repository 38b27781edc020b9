def runs(request):
    return request["customExtensionCalloutInstances"]
