"""Links the documents of a policy with the plugins that open them."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy

from host.handlers import CustomExtensionHandler, Registry


def plugins(registry: Registry) -> list[CustomExtensionHandler]:
    return [handler for handler in registry.custom_extension_handlers if handler.stage == "load"]


def is_linked(policy: AccessPackageAssignmentPolicy, registry: Registry) -> bool:
    return bool(policy.custom_extension_stage_settings) and bool(registry.custom_extension_handlers)
