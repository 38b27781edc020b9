from __future__ import annotations


def kind(run: dict) -> str:
    match run:
        case {"stage": "assignmentRequestRemoved"}:
            return "removal"
        case {"status": "requestSent", "externalCorrelationId": None}:
            return "lost"
        case _:
            return "other"


def kinds(request: dict) -> list[str]:
    return [kind(run) for run in request["customExtensionHandlerInstances"]]


def first_of(request: dict) -> str:
    match request["customExtensionHandlerInstances"]:
        case []:
            return "-"
        case [only]:
            return only["stage"]
        case [head, *rest]:
            return f"{head['customExtensionId']} and {len(rest)} more"
    return "?"


def waits(request: dict) -> bool:
    match request["customExtensionHandlerInstances"]:
        case [*_, {"status": "requestSent"}]:
            return True
        case _:
            return False


def ticket_kind(ticket: dict) -> str:
    match ticket:
        case {"stage": "triage"}:
            return "new"
        case {"status": "requestReceived", "stage": str(stage)}:
            return stage
        case {"steps": [{"status": "requestSent"}, *_]}:
            return "running"
    return "closed"
