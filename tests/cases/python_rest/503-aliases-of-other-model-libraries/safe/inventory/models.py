"""The same two objects as the old importer, the new API and the archive hold them."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

import cattrs
import msgspec
from cattrs.gen import make_dict_structure_fn, override
from dataclasses_json import config, dataclass_json
from pydantic import AliasPath, BaseModel, ConfigDict, Field


class Hook(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    moment: str = Field(alias="stage")


class Policy(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    id: str
    hooks: Annotated[list[Hook], Field(alias="customExtensionStageSettings")]
    first_moment: str | None = Field(default=None, validation_alias=AliasPath("customExtensionStageSettings", 0, "stage"))


class Request(msgspec.Struct, kw_only=True):
    id: str
    custom_extension_handler_instances: list[dict[str, Any]] = msgspec.field(name="customExtensionCalloutInstances", default_factory=list)


@dataclass_json
@dataclass
class ArchivedRequest:
    id: str
    runs: list[dict[str, Any]] = field(default_factory=list, metadata=config(field_name="customExtensionCalloutInstances"))


@dataclass
class Catalog:
    id: str
    extensions: list[str]


converter = cattrs.Converter()
converter.register_structure_hook(
    Catalog,
    make_dict_structure_fn(Catalog, converter, extensions=override(rename="accessPackageCustomWorkflowExtensions")),
)
