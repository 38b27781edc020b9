from audit.graph import value


def runs(http) -> list[dict]:
    found = []
    for request in value(http, "/accessPackageAssignmentRequests?$filter=requestState eq 'Delivered'&$expand=customExtensionHandlerInstances"):
        found += request["customExtensionHandlerInstances"]
    return found
