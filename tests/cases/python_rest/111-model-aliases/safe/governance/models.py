from __future__ import annotations

from marshmallow import Schema, fields
from pydantic import AliasChoices, BaseModel, ConfigDict, Field


class Extension(BaseModel):
    id: str
    display_name: str = Field(alias="displayName")


class Catalog(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    id: str
    extensions: list[Extension] = Field(default_factory=list, alias="accessPackageCustomWorkflowExtensions")


class Policy(BaseModel):
    id: str
    access_package_id: str = Field(alias="accessPackageId")
    custom_extension_handlers: list[dict] = Field(
        default_factory=list,
        validation_alias="customExtensionStageSettings",
        serialization_alias="customExtensionStageSettings",
    )


class Request(BaseModel):
    id: str
    runs: list[dict] = Field(validation_alias=AliasChoices("customExtensionCalloutInstances", "runs"))

    @property
    def extension_ids(self) -> set[str]:
        return {run["customExtensionId"] for run in self.runs}


class RequestSchema(Schema):
    id = fields.String(required=True)
    custom_extension_handler_instances = fields.List(fields.Dict(), data_key="customExtensionCalloutInstances", load_default=list)
