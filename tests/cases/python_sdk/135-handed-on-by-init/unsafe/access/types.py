from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus


def known(status: CustomExtensionCalloutInstanceStatus) -> bool:
    return status is not CustomExtensionCalloutInstanceStatus.UnknownFutureValue
