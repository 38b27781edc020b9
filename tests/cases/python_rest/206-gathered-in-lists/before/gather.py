def appended(requests):
    found = []
    for request in requests:
        for run in request["customExtensionHandlerInstances"]:
            found.append(run)
    return [run["stage"] for run in found]


def extended(requests):
    found = []
    for request in requests:
        found.extend(request.get("customExtensionHandlerInstances") or [])
    found.sort(key=lambda run: run["stage"])
    return [run["customExtensionId"] for run in found]


def added(requests):
    total = []
    for request in requests:
        total += request["customExtensionHandlerInstances"]
    return total[0]["stage"] if total else None


def compared(old, new):
    joined = old["customExtensionHandlerInstances"] + new["customExtensionHandlerInstances"]
    return {run["stage"] for run in joined}


def starred(old, new):
    joined = [*old["customExtensionHandlerInstances"], *new["customExtensionHandlerInstances"]]
    return {run["customExtensionId"] for run in joined if run["status"] == "requestSent"}


def sizes(old, new):
    return len(new["customExtensionHandlerInstances"]) - len(old["customExtensionHandlerInstances"])


def rows(request):
    result = []
    for run in request["customExtensionHandlerInstances"]:
        result.append({"stage": "triage", "id": run["customExtensionId"]})
    result += [{"stage": "closed", "id": ""}]
    return [row["stage"] for row in result]
