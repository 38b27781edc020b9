import msgraph_beta.generated.models.custom_extension_handler_instance


def stage(run: msgraph_beta.generated.models.custom_extension_handler_instance.CustomExtensionHandlerInstance):
    return run.stage
