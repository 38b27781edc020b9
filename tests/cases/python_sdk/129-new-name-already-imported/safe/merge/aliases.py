from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as NewRun
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as OldRun


def new_id(run: NewRun) -> str:
    return run.id or ""


def old_id(run: OldRun) -> str:
    return run.external_correlation_id or ""
