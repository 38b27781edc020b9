from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def extension_id(thing: object) -> str | None:
    match thing:
        case CustomExtensionHandlerInstance(custom_extension_id=str(extension)):
            return extension
        case CustomExtensionHandlerInstance(external_correlation_id=None):
            return None
        case CustomExtensionHandler(_, _, str(handler)) | CustomExtensionHandler(id=None, odata_type=str(handler)):
            return handler
    return None
