def legacy_runs(request):
    return request["customExtensionHandlerInstances"]  # migrate-ext: ignore[CEX102]


def count(item):
    return len(item["customExtensionCalloutInstances"])
