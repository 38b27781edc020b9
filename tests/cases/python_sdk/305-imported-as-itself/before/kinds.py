"""The model classes that our scripts use."""
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy as AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_collection_response import (
    CustomExtensionHandlerCollectionResponse as HookPage,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as CustomExtensionHandlerInstance


def page(*hooks: str) -> HookPage:
    return HookPage(odata_count=len(hooks))
