from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def fake(number: int):
    run = CustomExtensionHandlerInstance(custom_extension_id=f"e{number}", external_correlation_id=f"c{number}")
    run.stage = Stage.AssignmentRequestCreated
    return run


def fakes(count: int):
    found = {}
    for number in range(count):
        found[f"e{number}"] = fake(number)
    return found


def stages(count: int) -> list[str]:
    return [str(run.stage) for run in fakes(count).values()]


def request(count: int) -> AccessPackageAssignmentRequest:
    return AccessPackageAssignmentRequest(id="r1", custom_extension_handler_instances=list(fakes(count).values()))
