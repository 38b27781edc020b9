"""Fills the sandbox with recorded runs (make seed)."""

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as Run

STAGES = {"c": Stage.AssignmentRequestCreated, "g": Stage.AssignmentRequestGranted}


def runs(kind: str, final: bool, tags: dict) -> list[Run]:
    first = Run(
                custom_extension_id="e1")
    second = Run(
        custom_extension_id="e2",
        status=Status.CalloutSent,
    )
    third = Run(
        additional_data=tags, status=Status.CalloutSent
    )
    fourth = Run(
        custom_extension_id="e4",
        # the last one that was recorded
        external_correlation_id="c4",
    )
    fifth = Run()
    return [first, second, third, fourth, fifth]


def request(kind: str) -> AccessPackageAssignmentRequest:
    made = AccessPackageAssignmentRequest(request_state="Delivered")
    made.custom_extension_callout_instances = runs(kind, final=True, tags={})
    return made


if __name__ == "__main__":
    print(request("c"))
