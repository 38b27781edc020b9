"""The model classes that our scripts use."""
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy as AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_stage_setting_collection_response import (
    CustomExtensionStageSettingCollectionResponse as HookPage,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as CustomExtensionHandlerInstance


def page(*hooks: str) -> HookPage:
    return HookPage(odata_count=len(hooks))
