def runs(request):
    return request["customExtensionHandlerInstances"]
