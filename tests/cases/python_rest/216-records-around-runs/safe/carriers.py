from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


def record(request: dict) -> dict:
    return {"stage": "imported", "calls": request["customExtensionHandlerInstances"]}


def record_line(request: dict) -> str:
    found = record(request)
    last = found["calls"][-1]
    text = f"{found['stage']}: "
    return text + last["stage"]


@dataclass
class Report:
    number: str
    stage: str
    calls: list[dict]

    def lines(self) -> list[str]:
        return [call["stage"] for call in self.calls]

    def heading(self) -> str:
        return f"{self.number} is {self.stage}"


def report(item: dict) -> Report:
    return Report(item["id"], stage="draft", calls=item["customExtensionHandlerInstances"])


class Row(NamedTuple):
    stage: str
    call: dict


def rows(entry: dict) -> list[Row]:
    return [Row("open", call) for call in entry["customExtensionCalloutInstances"]]


def open_rows(entry: dict) -> list[str]:
    return [row.stage for row in rows(entry) if row.call["status"] == "calloutSent"]
