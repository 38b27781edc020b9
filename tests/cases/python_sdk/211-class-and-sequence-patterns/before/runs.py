from __future__ import annotations

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus as Status
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def kind(thing: object) -> str:
    match thing:
        case CustomExtensionHandlerInstance(stage=Stage.AssignmentRequestRemoved):
            return "removal"
        case CustomExtensionHandlerInstance(status=Status.RequestSent, custom_extension_id=str(extension_id)):
            return f"waits for {extension_id}"
        case CustomExtensionHandlerInstance() as run:
            return str(run.stage)
        case [CustomExtensionHandlerInstance() as head, *_]:
            return str(head.stage)
        case {"stage": str(stage)}:
            return stage
    return "?"
