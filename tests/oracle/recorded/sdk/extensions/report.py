"""The extensions of a catalog."""

from pathlib import Path

from kiota_serialization_json.json_parse_node_factory import JsonParseNodeFactory
from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog


def load(name: str) -> AccessPackageCatalog:
    raw = Path(__file__).with_name(name).read_bytes()
    return JsonParseNodeFactory().get_root_parse_node("application/json", raw).get_object_value(AccessPackageCatalog)


catalog = load("catalog.json")
extensions = catalog.custom_access_package_workflow_extensions or []
print(catalog.display_name, len(extensions))
print({extension.id: extension.display_name for extension in extensions})
print([extension.description for extension in extensions if extension.description])
