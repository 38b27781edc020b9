from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.types import Case


def add(case: "Case", note: str) -> None:
    case.notes.append(f"{case.stage}: {note} ({case.run.external_correlation_id})")
