"""The SDK names that our services may use."""

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as Run

__all__ = [
    "AccessPackageAssignmentPolicy",
    "CustomExtensionHandler",
    "Run",
]
