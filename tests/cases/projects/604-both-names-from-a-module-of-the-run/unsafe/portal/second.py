from .models import CustomExtensionCalloutInstance, CustomExtensionStageSetting

OLD = CustomExtensionCalloutInstance(custom_extension_id="1"), CustomExtensionStageSetting(id="2")
NEW = CustomExtensionCalloutInstance(), CustomExtensionStageSetting()
