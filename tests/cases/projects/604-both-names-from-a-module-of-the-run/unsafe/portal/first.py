from .models import CustomExtensionCalloutInstance

RUNS = CustomExtensionCalloutInstance(custom_extension_id="1"), CustomExtensionCalloutInstance()
