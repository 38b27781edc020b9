from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypedDict

from attrs import define
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance
from pydantic import BaseModel, ConfigDict


@dataclass
class Report:
    stage: str
    runs: list[CustomExtensionHandlerInstance] = field(default_factory=list)

    def lines(self) -> list[str]:
        return [str(run.stage) for run in self.runs]


class Pair(NamedTuple):
    stage: str
    run: CustomExtensionHandlerInstance


class Entry(TypedDict):
    number: int
    run: CustomExtensionHandlerInstance


@define
class Box:
    run: CustomExtensionHandlerInstance
    stage: str = "boxed"


class Model(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    stage: str
    run: CustomExtensionHandlerInstance | None = None


def own(report: Report, pair: Pair, box: Box, model: Model) -> list[str]:
    return [report.stage, pair.stage, box.stage, model.stage]


def of_pair(pair: Pair) -> str:
    return str(pair.run.stage)


def of_pairs(pairs: list[Pair]) -> list[str]:
    return [f"{stage}: {run.stage}" for stage, run in pairs]


def of_entry(entry: Entry) -> str:
    return str(entry["run"].stage)


def of_box(box: Box) -> str:
    return str(box.run.stage)


def of_model(model: Model) -> str:
    return str(model.run.stage) if model.run else model.stage
