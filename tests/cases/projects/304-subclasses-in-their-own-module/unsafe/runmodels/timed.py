from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


class TimedRun(CustomExtensionCalloutInstance):
    """A run with the seconds that it took."""

    seconds: float = 0.0
