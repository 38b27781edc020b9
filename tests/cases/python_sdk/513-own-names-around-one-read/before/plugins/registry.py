"""Plug-ins of the portal.  Not to be confused with customExtensionHandlers of entitlement management."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Callable

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


class CustomExtensionHandler:
    """One plug-in of ours."""

    def __init__(self, stage: str, status: str = "requestSent") -> None:
        self.stage = stage
        self.status = status


class Step(Enum):
    SENT = "requestSent"
    RECEIVED = "requestReceived"


@dataclass
class Registry:
    custom_extension_handlers: list[CustomExtensionHandler] = field(default_factory=list)
    listeners: dict[str, Callable[[CustomExtensionHandler], None]] = field(default_factory=dict)

    def add(self, handler: CustomExtensionHandler) -> None:
        self.custom_extension_handlers.append(handler)
        if handler.status == Step.SENT.value:
            self.emit("requestSent", handler)

    def emit(self, event: str, handler: CustomExtensionHandler) -> None:
        if event in ("requestSent", "requestReceived") and event in self.listeners:
            self.listeners[event](handler)

    def stages(self) -> list[str]:
        return sorted(handler.stage for handler in self.custom_extension_handlers)


async def import_policy(client: GraphServiceClient, registry: Registry, policy_id: str) -> int:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    policy: AccessPackageAssignmentPolicy | None = await policies.by_access_package_assignment_policy_id(policy_id).get()
    if policy is None:
        return 0
    for hook in policy.custom_extension_handlers or []:
        registry.add(CustomExtensionHandler(stage=hook.stage.value if hook.stage else "", status="requestReceived"))
    return len(registry.custom_extension_handlers)
