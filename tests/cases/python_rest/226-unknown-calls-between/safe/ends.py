from __future__ import annotations

from contoso_flow import Store, first, load_rows, open_rows, pair_up, score, strip


def looped(request):
    for row in strip(request["customExtensionCalloutInstances"]):
        print(row["stage"], row["status"] == "requestReceived")


def unpacked(request):
    left, *rest = pair_up(request["customExtensionCalloutInstances"])
    return left["stage"], [row["status"] != "requestSent" for row in rest]


def picked(request):
    if (row := first(request.get("customExtensionCalloutInstances") or [])) is not None:
        return row["stage"]
    return None


def mapped(request):
    rows = list(map(score, request["customExtensionCalloutInstances"]))
    return sorted(rows, key=lambda row: row["stage"])


def gathered(requests):
    rows = []
    for request in requests:
        rows.extend(strip(run) for run in request["customExtensionCalloutInstances"])
    return [row["stage"] for row in rows if row["status"] in ("requestSent", "requestReceived")]


async def awaited(request):
    rows = await load_rows(request["customExtensionCalloutInstances"])
    return {row["id"]: row["stage"] for row in rows}


def opened(request):
    with open_rows(request["customExtensionCalloutInstances"]) as rows:
        return [row["stage"] for row in rows]


class Board:
    def __init__(self, request):
        self.store = Store(request["customExtensionCalloutInstances"])

    def stages(self):
        return [row["stage"] for row in self.store.rows] + [self.store["stage"]]
