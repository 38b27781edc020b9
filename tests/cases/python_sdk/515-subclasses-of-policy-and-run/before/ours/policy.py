from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


class OurPolicy(AccessPackageAssignmentPolicy):
    """A policy with the conventions of this tenant."""

    @property
    def hook_count(self) -> int:
        return len(self.custom_extension_handlers or [])

    @property
    def label(self) -> str:
        return f"{self.display_name}: {self.hook_count}"


def without_hooks(policies: list[OurPolicy]) -> list[str]:
    return [policy.label for policy in policies if not policy.custom_extension_handlers]
