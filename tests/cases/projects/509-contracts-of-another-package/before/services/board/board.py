def waiting(request):
    return [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"] if run["status"] == "requestSent"]


def hook_extensions(policy):
    return [hook["customExtension"]["id"] for hook in policy["customExtensionHandlers"]]
