from __future__ import annotations

from .model import Card

LAST_MAIL = {"status": "requestSent"}


def colour(card: Card) -> str:
    status = card.run.status
    if status is not None and status.value == "calloutSent":
        return "amber"
    return "green"


def mailed() -> bool:
    return LAST_MAIL["status"] == "requestSent"
