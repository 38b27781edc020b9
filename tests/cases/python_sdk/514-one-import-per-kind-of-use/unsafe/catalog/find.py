from __future__ import annotations

from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.custom_callout_extension import CustomCalloutExtension


def find(catalog: AccessPackageCatalog, name: str) -> CustomCalloutExtension:
    """The extension of that name, or a new one."""
    for extension in catalog.access_package_custom_workflow_extensions or []:
        if isinstance(extension, CustomCalloutExtension) and extension.display_name == name:
            return extension
    return AccessPackageAssignmentRequestWorkflowExtension(display_name=name)
