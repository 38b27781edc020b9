from __future__ import annotations

from msgraph.generated.models.access_package_catalog import AccessPackageCatalog as Stable
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog as Beta


def size(catalog: Stable | Beta) -> int:
    return len(catalog.custom_access_package_workflow_extensions or [])
