from audit.graph import value


def extensions(http) -> set[str]:
    requests = value(http, "/accessPackageAssignmentRequests?$filter=requestState eq 'Denied'&$expand=customExtensionCalloutInstances")
    return {run["customExtensionId"] for request in requests for run in request["customExtensionCalloutInstances"]}
