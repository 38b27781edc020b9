from enum import Enum
from typing import Literal

Wanted = Literal["calloutSent"]


class RunStatus(str, Enum):
    SENT = "calloutSent"
    ANSWERED = "callbackReceived"


class QueueStatus(Enum):
    """States of our own queue, which happens to use the same words."""

    SENT = "requestSent"
    RECEIVED = "requestReceived"
