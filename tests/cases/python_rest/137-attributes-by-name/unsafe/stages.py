def stages(request):
    for run in getattr(request, "customExtensionCalloutInstances", []):
        yield getattr(run, "stage", None)
