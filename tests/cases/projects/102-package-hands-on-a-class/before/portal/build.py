from portal.models import AccessPackageAssignmentPolicy, CustomExtensionHandler


def policy(name: str, handler_id: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        display_name=name,
        custom_extension_handlers=[CustomExtensionHandler(id=handler_id)],
    )
