from __future__ import annotations

COLUMNS = {
    "id": lambda run: run["customExtensionId"],
    "where": lambda run: run["stage"],
    "open": lambda run: "x" if run["status"] == "requestSent" else "",
}

TICKET_COLUMNS = {
    "id": lambda ticket: ticket["id"],
    "where": lambda ticket: ticket["stage"],
    "open": lambda ticket: "x" if ticket["status"] != "requestSent" else "",
}


def table(request: dict) -> list[list[str]]:
    return [[column(run) for column in COLUMNS.values()] for run in request["customExtensionHandlerInstances"]]


def ticket_table(tickets: list[dict]) -> list[list[str]]:
    return [[column(ticket) for column in TICKET_COLUMNS.values()] for ticket in tickets]


def correlations(record: dict) -> set[str]:
    return {run["externalCorrelationId"] for run in record["customExtensionHandlerInstances"]}
