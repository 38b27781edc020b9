"""What hangs on a policy."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def load(name: str) -> AccessPackageAssignmentPolicy:
    raw = Path(__file__).with_name(name).read_bytes()
    return (
        JsonParseNodeFactory()
        .get_root_parse_node("application/json", raw)
        .get_object_value(AccessPackageAssignmentPolicy)
    )


def line(hook: CustomExtensionHandler) -> str:
    name = hook.custom_extension.display_name if hook.custom_extension else "-"
    return f"{hook.id} {hook.stage.value if hook.stage else '-'}: {name}"


policy = load("policy.json")
for hook in sorted(policy.custom_extension_handlers or [], key=lambda hook: hook.id or "", reverse=True):
    print(line(hook))
