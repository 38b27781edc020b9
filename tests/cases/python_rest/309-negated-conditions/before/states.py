from enum import Enum
from typing import Literal

Answer = Literal["requestReceived"]


class RunState(str, Enum):
    SENT = "requestSent"
    OTHER = "unknownFutureValue"


class DeskState(str, Enum):
    SENT = "requestSent"
    ANSWERED = "requestReceived"


def is_sent(request: dict) -> bool:
    return any(run["status"] == RunState.SENT for run in request["customExtensionHandlerInstances"])


def answered(request: dict, wanted: Answer) -> int:
    return sum(run["status"] == wanted for run in request["customExtensionHandlerInstances"])


def desk(ticket: dict) -> bool:
    return ticket["status"] == DeskState.SENT and not ticket["stage"] == DeskState.ANSWERED
