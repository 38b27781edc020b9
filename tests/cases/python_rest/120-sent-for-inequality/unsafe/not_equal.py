def all_answered(request):
    for run in request.get("customExtensionCalloutInstances") or []:
        status = run["status"]
        if status != "calloutSent":
            continue
        return False
    return True
