from msgraph_beta.generated.models import custom_extension_handler_instance as runs


def stage(run: runs.CustomExtensionHandlerInstance):
    return run.stage
