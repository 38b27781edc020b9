from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


class PlannedRun(CustomExtensionHandlerInstance):
    """A run of next week; its stage is the pipeline's."""

    @property
    def stage(self) -> str:
        return "staging"
