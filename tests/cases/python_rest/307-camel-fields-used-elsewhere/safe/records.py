from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel


@dataclass(frozen=True)
class RequestRow:
    id: str
    requestState: str
    customExtensionCalloutInstances: list[dict] = field(default_factory=list)

    @property
    def open(self) -> bool:
        return self.requestState == "Submitted" and bool(self.customExtensionCalloutInstances)


class PolicyRow(BaseModel):
    accessPackageId: str
    displayName: str = ""
    customExtensionStageSettings: list[dict] = []


class CatalogRow(BaseModel):
    catalogType: str
    accessPackageCustomWorkflowExtensions: list[dict] = []
