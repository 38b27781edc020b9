from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass(frozen=True)
class Card:
    request_id: str
    run: CustomExtensionHandlerInstance


def cards(request: AccessPackageAssignmentRequest) -> list[Card]:
    return [Card(request.id or "", run) for run in request.custom_extension_handler_instances or []]
