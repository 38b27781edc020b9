def by_stage(request: dict) -> dict[str, int]:
    found: dict[str, int] = {}
    for run in request["customExtensionCalloutInstances"]:
        found[run["stage"]] = found.get(run["stage"], 0) + 1
    return found
