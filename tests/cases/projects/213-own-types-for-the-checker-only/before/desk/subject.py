from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Case


def subject(case: Case) -> str:
    reached = case.run.stage
    return f"#{case.number} ({case.stage}) {reached}"
