from .graph import get


def of_request(request_id: str) -> list[dict]:
    request = get(f"/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionCalloutInstances")
    return request["customExtensionCalloutInstances"] or []
