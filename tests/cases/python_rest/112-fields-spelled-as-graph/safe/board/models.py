from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel


@dataclass
class AssignmentRequest:
    id: str
    requestState: str = "Submitted"
    customExtensionCalloutInstances: list[dict] = field(default_factory=list)

    def extensions(self) -> list[str]:
        return [run["customExtensionId"] for run in self.customExtensionCalloutInstances]


class Hook(BaseModel):
    stage: str
    customExtension: dict[str, str]


class Policy(BaseModel):
    id: str
    accessPackageId: str
    customExtensionStageSettings: list[Hook] = []
