from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting


def hooks(policy: AccessPackageAssignmentPolicy) -> list[CustomExtensionStageSetting]:
    return policy.custom_extension_stage_settings or []
