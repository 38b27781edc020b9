"""The model classes that our scripts use."""
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy as AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_stage_setting_collection_response import (
    CustomExtensionStageSettingCollectionResponse as HookPage,
)
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as CustomExtensionCalloutInstance


def page(*hooks: str) -> HookPage:
    return HookPage(odata_count=len(hooks))
