from enum import Enum
from typing import Literal

Wanted = Literal["calloutSent"]


class RunStatus(str, Enum):
    SENT = "requestSent"
    ANSWERED = "requestReceived"


class QueueStatus(Enum):
    """States of our own queue, which happens to use the same words."""

    SENT = "requestSent"
    RECEIVED = "requestReceived"
