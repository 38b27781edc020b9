"""Tells runs apart by their status."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def load(name: str) -> AccessPackageAssignmentRequest:
    raw = Path(__file__).with_name(name).read_bytes()
    return (
        JsonParseNodeFactory()
        .get_root_parse_node("application/json", raw)
        .get_object_value(AccessPackageAssignmentRequest)
    )


class Inbox:
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self.runs = list(request.custom_extension_handler_instances or [])

    def words(self):
        for run in self.runs:
            match run:
                case CustomExtensionHandlerInstance(status=AccessPackageCustomExtensionHandlerStatus.RequestSent):
                    yield "called", run.external_correlation_id
                case CustomExtensionHandlerInstance(status=AccessPackageCustomExtensionHandlerStatus.RequestReceived):
                    yield "answered", run.external_correlation_id
                case _:
                    yield "other", None


print(*Inbox(load("request.json")).words())
