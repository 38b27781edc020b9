from __future__ import annotations


def first_open(request: dict) -> str | None:
    for run in request["customExtensionCalloutInstances"]:
        if run["status"] == "calloutSent":
            break
    else:
        return None
    return run["customExtensionId"]


def last_seen(request: dict) -> str:
    run = None
    for run in request["customExtensionCalloutInstances"]:
        print(run["externalCorrelationId"])
    return run["stage"] if run else "-"


def until_open(request: dict) -> list[str]:
    runs = request["customExtensionCalloutInstances"]
    seen: list[str] = []
    position = 0
    while position < len(runs) and runs[position]["status"] == "calloutSent":
        seen.append(runs[position]["stage"])
        position += 1
    return seen


def emptied(request: dict) -> None:
    todo = list(request["customExtensionCalloutInstances"])
    while todo:
        run = todo.pop()
        print(run["stage"])


def table(requests: list[dict]) -> None:
    for request in requests:
        for run in request.get("customExtensionCalloutInstances", []):
            if run["status"] is None:
                continue
            print(request["id"], run["stage"])


def two_loops(request: dict, deployments: list[dict]) -> list[str]:
    lines = []
    for item in request["customExtensionCalloutInstances"]:
        lines.append(item["customExtensionId"])
    for item in deployments:
        if item["status"] != "requestSent":
            lines.append(item["stage"])
    return lines
