"""Runs after the switch: the old name is emptied where the new one is filled."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


def tidy(policy: AccessPackageAssignmentPolicy) -> bool:
    if hasattr(policy, "custom_extension_stage_settings") and policy.custom_extension_stage_settings:
        policy.custom_extension_handlers = None
        return True
    return False
