"""Until all tenants are moved both generations arrive here."""


def upgrade(request):
    if not request.get("customExtensionCalloutInstances"):
        request["customExtensionCalloutInstances"] = request.pop("customExtensionHandlerInstances", [])
    return request


def forget(package):
    """Of an accessPackageAssignmentPolicy."""
    package.pop("customExtensionHandlers", None)
    return package.setdefault("customExtensionStageSettings", [])


def difference(old, new):
    return len(old["customExtensionHandlers"]) - len(new["customExtensionStageSettings"])
