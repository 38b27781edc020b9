"""Summaries of payloads that others have fetched."""


def extensions(catalog):
    return sorted(extension["displayName"] for extension in catalog["customWorkflowExtensions"])


def is_bare(item):
    return not item.get("customWorkflowExtensions")


def waiting(request):
    return any(run["status"] == "calloutSent" for run in request["customExtensionCalloutInstances"])
