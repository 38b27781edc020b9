from __future__ import annotations

import datetime
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog


def newest(catalog: AccessPackageCatalog):
    extensions = catalog.access_package_custom_workflow_extensions or []
    return max(extensions, key=attrgetter("created_date_time"), default=None)


def changed(catalog: AccessPackageCatalog) -> list[object]:
    return [
        getattr(extension, "last_modified_date_time", None)
        for extension in catalog.access_package_custom_workflow_extensions or []
    ]


def in_order(catalog: AccessPackageCatalog) -> list[str]:
    found = sorted(
        catalog.access_package_custom_workflow_extensions or [],
        key=lambda extension: str(extension.created_date_time),
    )
    return [extension.display_name or "" for extension in found]


def callouts(catalog: AccessPackageCatalog) -> list[datetime.datetime | None]:
    return [
        extension.created_date_time
        for extension in catalog.access_package_custom_workflow_extensions or []
        if isinstance(extension, AccessPackageAssignmentRequestWorkflowExtension)
    ]


def age(catalog: AccessPackageCatalog) -> tuple[object, int]:
    return catalog.created_date_time, len(catalog.access_package_custom_workflow_extensions or [])
