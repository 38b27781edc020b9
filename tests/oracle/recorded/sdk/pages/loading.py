"""Reads recorded answers."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_assignment_request_collection_response import (
    AccessPackageAssignmentRequestCollectionResponse,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def page(name: str) -> AccessPackageAssignmentRequestCollectionResponse:
    raw = Path(__file__).with_name(name).read_bytes()
    node = JsonParseNodeFactory().get_root_parse_node("application/json", raw)
    return node.get_object_value(AccessPackageAssignmentRequestCollectionResponse)


def all_runs(name: str) -> list[CustomExtensionHandlerInstance]:
    return [run for request in page(name).value or [] for run in request.custom_extension_handler_instances or []]
