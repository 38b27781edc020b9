import importlib.util

if importlib.util.find_spec("msgraph_beta"):
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as Hook
else:
    from msgraph.generated.models.custom_extension_handler import CustomExtensionHandler as Hook


def hook(extension_id: str) -> Hook:
    return Hook(id=extension_id)
