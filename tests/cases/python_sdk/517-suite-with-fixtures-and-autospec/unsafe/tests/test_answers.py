from msgraph_beta.generated.models.custom_extension_callout_instance_status import CustomExtensionCalloutInstanceStatus
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

ANSWERED = CustomExtensionCalloutInstance(status=CustomExtensionCalloutInstanceStatus.CallbackReceived)


def test_answered() -> None:
    assert ANSWERED.status is CustomExtensionCalloutInstanceStatus["CallbackReceived"]
