from .models import CustomExtensionCalloutInstance
from .models import CustomExtensionHandlerInstance

RUNS = CustomExtensionHandlerInstance(custom_extension_id="1"), CustomExtensionCalloutInstance()
