def settled(request):
    return [
        run["externalCorrelationId"]
        for run in request["customExtensionCalloutInstances"]
        if run["status"] not in ["calloutSent"]
    ]
