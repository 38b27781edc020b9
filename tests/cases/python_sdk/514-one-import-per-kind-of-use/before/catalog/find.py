from __future__ import annotations

from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension


def find(catalog: AccessPackageCatalog, name: str) -> CustomAccessPackageWorkflowExtension:
    """The extension of that name, or a new one."""
    for extension in catalog.custom_access_package_workflow_extensions or []:
        if isinstance(extension, CustomAccessPackageWorkflowExtension) and extension.display_name == name:
            return extension
    return CustomAccessPackageWorkflowExtension(display_name=name)
