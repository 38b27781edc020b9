import os

if os.environ.get("RUN_MODEL") == "callout":
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as Run
else:
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Run


def run(extension_id: str) -> Run:
    return Run(custom_extension_id=extension_id)
