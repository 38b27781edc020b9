def all_answered(request):
    for run in request.get("customExtensionHandlerInstances") or []:
        status = run["status"]
        if status != "requestSent":
            continue
        return False
    return True
