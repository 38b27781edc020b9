from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_collection_response import CustomExtensionHandlerCollectionResponse
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

__all__ = ("AccessPackageAssignmentPolicy", "CustomExtensionHandler")
__all__ += ("CustomExtensionHandlerInstance",)


def empty() -> CustomExtensionHandlerCollectionResponse:
    return CustomExtensionHandlerCollectionResponse(value=[])
