from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler  # migrate-ext: ignore[CEX201]


def describe(hook: CustomExtensionHandler) -> str:
    return f"{hook.id}: {hook.stage}"


def name(policy: AccessPackageAssignmentPolicy) -> str:
    return policy.display_name or "-"  # migrate-ext: ignore[CEX202]
