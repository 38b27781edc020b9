"""Plugin registry of the provisioning bot. Its handlers have nothing to do with those of Graph."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.on_token_issuance_start_custom_extension_handler import (
    OnTokenIssuanceStartCustomExtensionHandler,
)


class JobState(enum.Enum):
    RequestSent = "requestSent"
    RequestReceived = "requestReceived"


@dataclass
class CustomExtensionHandler:
    name: str
    stage: str = "build"
    status: JobState = JobState.RequestSent

    @property
    def is_open(self) -> bool:
        return self.status != JobState.RequestReceived and self.stage != "done"


@dataclass
class Registry:
    client: GraphServiceClient
    custom_extension_handlers: list[CustomExtensionHandler] = field(default_factory=list)

    def register(self, handler: CustomExtensionHandler) -> None:
        self.custom_extension_handlers.append(handler)

    def open(self) -> list[str]:
        return [handler.name for handler in self.custom_extension_handlers if handler.is_open]

    def by_custom_extension_handler_id(self, custom_extension_handler_id: str) -> CustomExtensionHandler:
        return next(h for h in self.custom_extension_handlers if h.name == custom_extension_handler_id)


def token_handler() -> OnTokenIssuanceStartCustomExtensionHandler:
    return OnTokenIssuanceStartCustomExtensionHandler()


def granted(setting: CustomExtensionStageSetting) -> bool:
    return setting.stage == AccessPackageCustomExtensionStage.AssignmentRequestGranted


def main(client: GraphServiceClient) -> None:
    registry = Registry(client)
    registry.register(CustomExtensionHandler("mail", stage="deploy"))
    print(registry.open(), registry.by_custom_extension_handler_id(custom_extension_handler_id="mail").stage)
    print(len(registry.custom_extension_handlers), [state.value for state in JobState])
