def appended(requests):
    found = []
    for request in requests:
        for run in request["customExtensionCalloutInstances"]:
            found.append(run)
    return [run["stage"] for run in found]


def extended(requests):
    found = []
    for request in requests:
        found.extend(request.get("customExtensionCalloutInstances") or [])
    found.sort(key=lambda run: run["stage"])
    return [run["customExtensionId"] for run in found]


def added(requests):
    total = []
    for request in requests:
        total += request["customExtensionCalloutInstances"]
    return total[0]["stage"] if total else None


def compared(old, new):
    joined = old["customExtensionCalloutInstances"] + new["customExtensionCalloutInstances"]
    return {run["stage"] for run in joined}


def starred(old, new):
    joined = [*old["customExtensionCalloutInstances"], *new["customExtensionCalloutInstances"]]
    return {run["customExtensionId"] for run in joined if run["status"] == "calloutSent"}


def sizes(old, new):
    return len(new["customExtensionCalloutInstances"]) - len(old["customExtensionCalloutInstances"])


def rows(request):
    result = []
    for run in request["customExtensionCalloutInstances"]:
        result.append({"stage": "triage", "id": run["customExtensionId"]})
    result += [{"stage": "closed", "id": ""}]
    return [row["stage"] for row in result]
