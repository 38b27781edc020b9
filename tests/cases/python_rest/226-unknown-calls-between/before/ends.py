from __future__ import annotations

from contoso_flow import Store, first, load_rows, open_rows, pair_up, score, strip


def looped(request):
    for row in strip(request["customExtensionHandlerInstances"]):
        print(row["stage"], row["status"] == "requestReceived")


def unpacked(request):
    left, *rest = pair_up(request["customExtensionHandlerInstances"])
    return left["stage"], [row["status"] != "requestSent" for row in rest]


def picked(request):
    if (row := first(request.get("customExtensionHandlerInstances") or [])) is not None:
        return row["stage"]
    return None


def mapped(request):
    rows = list(map(score, request["customExtensionHandlerInstances"]))
    return sorted(rows, key=lambda row: row["stage"])


def gathered(requests):
    rows = []
    for request in requests:
        rows.extend(strip(run) for run in request["customExtensionHandlerInstances"])
    return [row["stage"] for row in rows if row["status"] in ("requestSent", "requestReceived")]


async def awaited(request):
    rows = await load_rows(request["customExtensionHandlerInstances"])
    return {row["id"]: row["stage"] for row in rows}


def opened(request):
    with open_rows(request["customExtensionHandlerInstances"]) as rows:
        return [row["stage"] for row in rows]


class Board:
    def __init__(self, request):
        self.store = Store(request["customExtensionHandlerInstances"])

    def stages(self):
        return [row["stage"] for row in self.store.rows] + [self.store["stage"]]
