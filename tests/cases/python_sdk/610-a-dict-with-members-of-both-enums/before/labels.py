from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus
from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

LABELS = {
    AccessPackageCustomExtensionHandlerStatus.RequestSent: "sent",
    CustomExtensionCalloutInstanceStatus.CalloutSent: "called",
}
WORDS = {"requestSent": "sent", "calloutSent": "called"}
SET = {AccessPackageCustomExtensionHandlerStatus.RequestSent, CustomExtensionCalloutInstanceStatus.CalloutSent}


def label(run: CustomExtensionHandlerInstance) -> str:
    return LABELS[run.status] + WORDS[run.status.value]
