"""Which runs of a request wait."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def load(name: str) -> AccessPackageAssignmentRequest:
    raw = Path(__file__).with_name(name).read_bytes()
    return (
        JsonParseNodeFactory()
        .get_root_parse_node("application/json", raw)
        .get_object_value(AccessPackageAssignmentRequest)
    )


def waits(run: CustomExtensionHandlerInstance) -> bool:
    return run.status == Status.RequestSent


request = load("request.json")
for run in request.custom_extension_handler_instances or []:
    print(type(run.status).__mro__[1].__name__, run.custom_extension_id, run.external_correlation_id, waits(run))
