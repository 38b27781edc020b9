from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Api


@dataclass
class Ticket:
    number: str
    runs: list[dict[str, Any]] = field(default_factory=list)

    def refresh(self, api: Api) -> Ticket:
        return api.ticket(self.number)

    @property
    def last(self) -> dict[str, Any] | None:
        return self.runs[-1] if self.runs else None


class Urgent(Ticket):
    def headline(self) -> str:
        return " / ".join(run["stage"] for run in self.runs)


@dataclass
class Board:
    runs: list[str]

    def headline(self) -> str:
        return self.runs[0]
