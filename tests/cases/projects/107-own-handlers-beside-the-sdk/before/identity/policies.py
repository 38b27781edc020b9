from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def hooks(policy: AccessPackageAssignmentPolicy) -> list[CustomExtensionHandler]:
    return policy.custom_extension_handlers or []
