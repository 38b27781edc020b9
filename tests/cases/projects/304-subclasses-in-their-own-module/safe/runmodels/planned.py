from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


class PlannedRun(CustomExtensionCalloutInstance):
    """A run of next week; its stage is the pipeline's."""

    @property
    def stage(self) -> str:
        return "staging"
