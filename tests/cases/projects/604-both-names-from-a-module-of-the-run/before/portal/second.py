from .models import CustomExtensionCalloutInstance, CustomExtensionStageSetting
from .models import CustomExtensionHandler, CustomExtensionHandlerInstance

OLD = CustomExtensionHandlerInstance(custom_extension_id="1"), CustomExtensionHandler(id="2")
NEW = CustomExtensionCalloutInstance(), CustomExtensionStageSetting()
