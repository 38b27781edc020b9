"""At which stages a request has called its logic apps."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def load(name: str) -> AccessPackageAssignmentRequest:
    raw = Path(__file__).with_name(name).read_bytes()
    return (
        JsonParseNodeFactory()
        .get_root_parse_node("application/json", raw)
        .get_object_value(AccessPackageAssignmentRequest)
    )


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    lines = []
    for number, run in enumerate(request.custom_extension_handler_instances or [], start=1):
        stage = getattr(run, "stage", None)
        lines.append(f"{number} {run.external_correlation_id} stage={stage and stage.value}")
    return lines


print("\n".join(stages(load("request.json"))))
