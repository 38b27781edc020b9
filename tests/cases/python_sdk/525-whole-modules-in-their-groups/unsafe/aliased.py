from msgraph_beta.generated.models import custom_extension_callout_instance as runs


def stage(run: runs.CustomExtensionCalloutInstance):
    return run.stage
