from audit.graph import value


def runs(http) -> list[dict]:
    found = []
    for request in value(http, "/accessPackageAssignmentRequests?$filter=requestState eq 'Delivered'&$expand=customExtensionCalloutInstances"):
        found += request["customExtensionCalloutInstances"]
    return found
