"""Summaries of payloads that others have fetched."""


def extensions(catalog):
    return sorted(extension["displayName"] for extension in catalog["customAccessPackageWorkflowExtensions"])


def is_bare(item):
    return not item.get("customAccessPackageWorkflowExtensions")


def waiting(request):
    return any(run["status"] == "requestSent" for run in request["customExtensionHandlerInstances"])
