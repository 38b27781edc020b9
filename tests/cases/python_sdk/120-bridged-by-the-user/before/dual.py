"""Helpers for the months in which both names are filled."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog


def carry_over(policy: AccessPackageAssignmentPolicy) -> int:
    """Number of hooks, whichever name they came under."""
    if policy.custom_extension_stage_settings:
        return len(policy.custom_extension_stage_settings)
    return len(policy.custom_extension_handlers or [])


def run_ids(request: AccessPackageAssignmentRequest) -> list[str]:
    runs = getattr(request, "custom_extension_callout_instances") or getattr(request, "custom_extension_handler_instances") or []
    return [run.custom_extension_id for run in runs]


def all_names(catalog: AccessPackageCatalog) -> set[str]:
    names = {extension.display_name or "" for extension in catalog.access_package_custom_workflow_extensions or []}
    names.update(extension.display_name or "" for extension in catalog.custom_access_package_workflow_extensions or [])
    return names


def empty_policy(name: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        display_name=name,
        custom_extension_handlers=[],
        custom_extension_stage_settings=[],
    )


def run_count(request: AccessPackageAssignmentRequest) -> int:
    return len(request.custom_extension_handler_instances or [])


def clear(policy: AccessPackageAssignmentPolicy) -> None:
    policy.custom_extension_handlers = []
