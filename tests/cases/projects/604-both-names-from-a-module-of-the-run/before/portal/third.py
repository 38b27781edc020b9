from .models import (
    CustomExtensionHandler,
    CustomExtensionHandlerInstance,
    CustomExtensionCalloutInstance,
    CustomExtensionStageSetting,
)

OLD = CustomExtensionHandlerInstance(custom_extension_id="1"), CustomExtensionHandler(id="2")
NEW = CustomExtensionCalloutInstance(), CustomExtensionStageSetting()
