"""Dataclass mappers with classmethods and singledispatch."""
from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from itertools import groupby
from operator import itemgetter

from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass(frozen=True)
class Row:
    name: str
    stage: str
    kind: str

    @classmethod
    def of_hook(cls, hook: CustomExtensionStageSetting) -> Row:
        return cls(str(hook.id), str(hook.stage), "hook")

    @classmethod
    def of_run(cls, run: CustomExtensionHandlerInstance) -> Row:
        return cls(str(run.custom_extension_id), str(run.stage), "run")


@singledispatch
def row(item: object) -> Row:
    raise TypeError(type(item))


@row.register
def _(item: CustomExtensionStageSetting) -> Row:
    return Row.of_hook(item)


@row.register(CustomExtensionHandlerInstance)
def _(item):
    return Row(item.custom_extension_id, item.stage, "run")


def grouped(rows: list[Row]) -> dict[str, list[Row]]:
    dicts = sorted((vars(item) for item in rows), key=itemgetter("stage"))
    return {key: [Row(**item) for item in items] for key, items in groupby(dicts, key=itemgetter("stage"))}
