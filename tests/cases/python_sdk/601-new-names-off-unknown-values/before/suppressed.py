def stages(request):
    return [run.stage for run in request.custom_extension_callout_instances]  # migrate-ext: ignore[CEX103]
