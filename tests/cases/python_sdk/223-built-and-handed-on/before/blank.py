from __future__ import annotations

from types import SimpleNamespace

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def blank(extension_id: str) -> AccessPackageAssignmentRequest:
    run = CustomExtensionHandlerInstance(custom_extension_id=extension_id)
    runs = [run]
    return AccessPackageAssignmentRequest(id="r0", custom_extension_handler_instances=runs)


def job(name: str) -> str:
    made = SimpleNamespace(name=name, stage="build", status="requestSent")
    return made.stage if made.status == "requestSent" else ""
