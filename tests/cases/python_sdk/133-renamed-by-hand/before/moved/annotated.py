from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def is_grant(run: CustomExtensionCalloutInstance) -> bool:
    return run.stage.value == "assignmentRequestGranted"  # pyright: ignore
