from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Hook


def first_hook(policy: AccessPackageAssignmentPolicy) -> Hook | None:
    return (policy.custom_extension_stage_settings or [None])[0]
