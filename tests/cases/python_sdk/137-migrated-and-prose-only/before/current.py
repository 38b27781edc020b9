"""Moved off customExtensionHandlers and customExtensionHandlerInstances in June."""

from __future__ import annotations

import logging

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_assignment_workflow_extension import AccessPackageAssignmentWorkflowExtension
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

log = logging.getLogger(__name__)

# The old CustomExtensionHandler had the same fields; its collection was policy.custom_extension_handlers.


def reminders(policy: AccessPackageAssignmentPolicy) -> list[CustomExtensionStageSetting]:
    last_call = AccessPackageCustomExtensionStage.AssignmentOneDayBeforeExpiration
    return [setting for setting in policy.custom_extension_stage_settings or [] if setting.stage == last_call]


def waiting(request: AccessPackageAssignmentRequest) -> bool:
    """Was ``requestSent`` before; the instance has no stage any more."""
    waits = (CustomExtensionCalloutInstanceStatus.CalloutSent, CustomExtensionCalloutInstanceStatus.WaitingForCallback)
    return any(run.status in waits for run in request.custom_extension_callout_instances or [])


def newest(catalog: AccessPackageCatalog) -> AccessPackageAssignmentWorkflowExtension | None:
    for extension in catalog.access_package_custom_workflow_extensions or []:
        if isinstance(extension, AccessPackageAssignmentWorkflowExtension) and extension.created_date_time:
            return extension
    log.warning("no extension found, was the catalog still using customAccessPackageWorkflowExtensions before?")
    return None
