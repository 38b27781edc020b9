"""Quarterly audit of the extensions of a catalog."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import (
    AccessPackageAssignmentRequestWorkflowExtension,
)
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def stale(catalog: AccessPackageCatalog, before: datetime.datetime) -> list[str]:
    found = sorted(
        catalog.access_package_custom_workflow_extensions or [],
        key=lambda extension: extension.last_modified_date_time or EPOCH,
    )
    return [extension.id or "" for extension in found if (extension.created_date_time or EPOCH) < before]


def names(catalog: AccessPackageCatalog) -> set[str]:
    return {extension.display_name or "" for extension in catalog.access_package_custom_workflow_extensions or []}


def request_ages(catalog: AccessPackageCatalog) -> Iterator[datetime.datetime]:
    for extension in catalog.access_package_custom_workflow_extensions or []:
        if isinstance(extension, AccessPackageAssignmentRequestWorkflowExtension):
            yield extension.created_date_time or EPOCH


def catalog_age(catalog: AccessPackageCatalog) -> datetime.datetime:
    return catalog.created_date_time or EPOCH
