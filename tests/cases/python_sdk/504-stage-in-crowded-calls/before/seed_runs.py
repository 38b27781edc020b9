"""Fills the sandbox with recorded runs (make seed)."""

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Run

STAGES = {"c": Stage.AssignmentRequestCreated, "g": Stage.AssignmentRequestGranted}


def runs(kind: str, final: bool, tags: dict) -> list[Run]:
    first = Run(stage=STAGES[kind],
                custom_extension_id="e1")
    second = Run(
        custom_extension_id="e2", stage=STAGES["g"],
        status=Status.RequestSent,
    )
    third = Run(
        additional_data=tags, status=Status.RequestSent, stage=Stage.AssignmentRequestGranted if final else Stage.AssignmentRequestApproved
    )
    fourth = Run(
        custom_extension_id="e4",
        stage=STAGES[
            "g" if final else kind  # recorded twice
        ],  # see the ticket
        # the last one that was recorded
        external_correlation_id="c4",
    )
    fifth = Run(stage=None, )
    return [first, second, third, fourth, fifth]


def request(kind: str) -> AccessPackageAssignmentRequest:
    made = AccessPackageAssignmentRequest(request_state="Delivered")
    made.custom_extension_handler_instances = runs(kind, final=True, tags={})
    return made


if __name__ == "__main__":
    print(request("c"))
