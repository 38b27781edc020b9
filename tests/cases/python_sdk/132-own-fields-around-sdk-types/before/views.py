from __future__ import annotations

from dataclasses import dataclass, field

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from pydantic import BaseModel


@dataclass
class PolicyView:
    policy_id: str
    custom_extension_handlers: list[CustomExtensionHandler] = field(default_factory=list)

    @classmethod
    def of(cls, policy: AccessPackageAssignmentPolicy) -> PolicyView:
        return cls(
            policy_id=policy.id or "",
            custom_extension_handlers=list(
                policy.custom_extension_handlers or []
            ),
        )


class PolicyRow(BaseModel):
    policy_id: str
    custom_extension_handlers: int = 0


def row(view: PolicyView) -> PolicyRow:
    return PolicyRow(
        policy_id=view.policy_id,
        custom_extension_handlers=len(view.custom_extension_handlers),
    )


def total(rows: list[PolicyRow]) -> int:
    return sum(entry.custom_extension_handlers for entry in rows)


def find(view: PolicyView, custom_extension_handler_id: str) -> CustomExtensionHandler | None:
    return next((hook for hook in view.custom_extension_handlers if hook.id == custom_extension_handler_id), None)
