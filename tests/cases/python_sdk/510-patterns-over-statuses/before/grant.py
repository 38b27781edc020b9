from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage as Stage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Run


def granted(things: list) -> int:
    count = 0
    for thing in things:
        match thing:
            case Run(stage=Stage.AssignmentRequestGranted, custom_extension_id=str()):
                count += 1
            case {"stage": "assignmentRequestGranted"}:
                count += 1
    return count
