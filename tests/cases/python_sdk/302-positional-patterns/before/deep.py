from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def run_id(thing: object) -> str | None:
    match thing:
        case CustomExtensionHandlerInstance(_, _, str(), str(run)):
            return run
        case CustomExtensionHandlerInstance():
            return ""
    return None
