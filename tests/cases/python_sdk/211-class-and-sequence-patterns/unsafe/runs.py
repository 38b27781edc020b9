from __future__ import annotations

from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def kind(thing: object) -> str:
    match thing:
        case CustomExtensionCalloutInstance(stage=Stage.AssignmentRequestRemoved):
            return "removal"
        case CustomExtensionCalloutInstance(status=Status.CalloutSent, custom_extension_id=str(extension_id)):
            return f"waits for {extension_id}"
        case CustomExtensionCalloutInstance() as run:
            return str(run.stage)
        case [CustomExtensionCalloutInstance() as head, *_]:
            return str(head.stage)
        case {"stage": str(stage)}:
            return stage
    return "?"
