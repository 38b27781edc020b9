from msgraph_beta.generated.models import (
    access_package_assignment_policy,
    custom_extension_handler,
    custom_extension_stage_setting,
)


def kinds() -> tuple[type, ...]:
    return (
        access_package_assignment_policy.AccessPackageAssignmentPolicy,
        custom_extension_handler.CustomExtensionHandler,
        custom_extension_stage_setting.CustomExtensionStageSetting,
    )
