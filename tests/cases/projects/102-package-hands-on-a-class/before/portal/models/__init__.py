"""What the portal uses of the SDK."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler

__all__ = [
    "AccessPackageAssignmentPolicy",
    "CustomExtensionHandler",
]
