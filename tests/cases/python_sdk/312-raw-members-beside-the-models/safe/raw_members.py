"""Members that the preview SDK did not know yet arrive in additional_data."""
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def run_ids(request: AccessPackageAssignmentRequest) -> list[str]:
    return [run["externalCorrelationId"] for run in request.additional_data.get("customExtensionCalloutInstances") or []]


def run_stages(item: AccessPackageAssignmentRequest) -> list[str]:
    if "customExtensionHandlerInstances" not in item.additional_data:
        return []
    return [run["stage"] for run in item.additional_data["customExtensionHandlerInstances"]]


def hook_stages(policy: AccessPackageAssignmentPolicy) -> list[str]:
    return [hook["stage"] for hook in policy.additional_data.get("customExtensionStageSettings", [])]


def policy(name: str, extension_id: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        display_name=name,
        additional_data={
            "customExtensionStageSettings": [
                {
                    "stage": "assignmentRequestGranted",
                    "customExtension": {
                        "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
                        "id": extension_id,
                    },
                }
            ],
        },
    )
