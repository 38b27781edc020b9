from portal.models import AccessPackageAssignmentPolicy, CustomExtensionStageSetting


def policy(name: str, handler_id: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        display_name=name,
        custom_extension_stage_settings=[CustomExtensionStageSetting(id=handler_id)],
    )
