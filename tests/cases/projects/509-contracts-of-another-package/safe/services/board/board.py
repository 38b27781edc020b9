def waiting(request):
    return [run["externalCorrelationId"] for run in request["customExtensionCalloutInstances"] if run["status"] == "calloutSent"]


def hook_extensions(policy):
    return [hook["customExtension"]["id"] for hook in policy["customExtensionStageSettings"]]
