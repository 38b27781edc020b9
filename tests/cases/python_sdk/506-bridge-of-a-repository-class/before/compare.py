"""Compares a policy that was copied by the vendor's script with its source."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


def same_number(source: AccessPackageAssignmentPolicy, copy: AccessPackageAssignmentPolicy) -> bool:
    return len(source.custom_extension_handlers or []) == len(copy.custom_extension_stage_settings or [])


def copied(source: AccessPackageAssignmentPolicy) -> AccessPackageAssignmentPolicy:
    copy = AccessPackageAssignmentPolicy(display_name=f"{source.display_name} (copy)")
    copy.custom_extension_handlers = source.custom_extension_handlers
    return copy
