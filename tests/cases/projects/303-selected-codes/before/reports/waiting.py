def waiting(request: dict) -> list[str]:
    return [
        run["customExtensionId"]
        for run in request["customExtensionHandlerInstances"]
        if run["status"] == "requestSent"
    ]
