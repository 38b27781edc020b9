from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_stage_setting_collection_response import CustomExtensionStageSettingCollectionResponse
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

__all__ = ("AccessPackageAssignmentPolicy", "CustomExtensionStageSetting")
__all__ += ("CustomExtensionCalloutInstance",)


def empty() -> CustomExtensionStageSettingCollectionResponse:
    return CustomExtensionStageSettingCollectionResponse(value=[])
