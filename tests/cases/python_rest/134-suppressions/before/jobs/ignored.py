# Removed with the old portal in spring.
# migrate-ext: ignore-file


def stages(request):
    return [run["stage"] for run in request["customExtensionHandlerInstances"]]
