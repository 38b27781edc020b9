from audit.graph import value


def runs(http) -> list[dict]:
    requests = value(http, "/accessPackageAssignmentRequests?$filter=requestState eq 'Submitted'&$expand=customExtensionCalloutInstances")
    return [run for request in requests for run in request["customExtensionCalloutInstances"]]
