from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def recorded(extension_id: str) -> AccessPackageAssignmentRequest:
    return AccessPackageAssignmentRequest(
        custom_extension_handler_instances=[
            CustomExtensionHandlerInstance(
                custom_extension_id=extension_id,
                stage=AccessPackageCustomExtensionStage.AssignmentRequestGranted,
            ),
        ],
    )
