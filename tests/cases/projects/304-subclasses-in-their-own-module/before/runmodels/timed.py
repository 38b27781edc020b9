from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


class TimedRun(CustomExtensionHandlerInstance):
    """A run with the seconds that it took."""

    seconds: float = 0.0
