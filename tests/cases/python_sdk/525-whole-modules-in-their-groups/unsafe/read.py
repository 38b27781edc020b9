import msgraph_beta.generated.models.custom_extension_callout_instance


def stage(run: msgraph_beta.generated.models.custom_extension_callout_instance.CustomExtensionCalloutInstance):
    return run.stage
