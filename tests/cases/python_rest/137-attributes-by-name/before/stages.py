def stages(request):
    for run in getattr(request, "customExtensionHandlerInstances", []):
        yield getattr(run, "stage", None)
