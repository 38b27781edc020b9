def by_stage(request):
    found = {}
    for run in request["customExtensionHandlerInstances"]:  # migrate-ext: ignore[CEX102]
        found[run["stage"]] = run["customExtensionId"]
    return found
