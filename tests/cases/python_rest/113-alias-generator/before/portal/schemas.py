from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class GraphModel(BaseModel):
    model_config = ConfigDict(extra="ignore")


class AssignmentRequest(GraphModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    id: str
    request_state: str
    custom_extension_handler_instances: list[dict] = []

    @property
    def is_called_out(self) -> bool:
        return bool(self.custom_extension_handler_instances)


class Catalog(BaseModel):
    id: str
    display_name: str
    custom_access_package_workflow_extensions: list[dict] = []

    class Config:
        alias_generator = to_camel


@dataclass
class Row:
    request: str
    custom_extension_handler_instances: int = 0

    def cells(self) -> list[str]:
        return [self.request, str(self.custom_extension_handler_instances)]


def rows(requests: list[AssignmentRequest]) -> list[Row]:
    return [Row(request.id, int(request.is_called_out)) for request in requests]
