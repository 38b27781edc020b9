"""Answers of the fake Graph that the tests run against."""

V1 = {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/entitlementManagement/catalogs(customAccessPackageWorkflowExtensions())/$entity",
    "id": "c1",
    "displayName": "Plant floor",
    "customAccessPackageWorkflowExtensions": [
        {"id": "e1", "displayName": "Ticket"},
        {"id": "e2", "displayName": "Badge"},
    ],
}

BETA = {
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageCatalogs/$entity",
    "id": "c2",
    "customAccessPackageWorkflowExtensions@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageCatalogs('c2')/customAccessPackageWorkflowExtensions",
    "customAccessPackageWorkflowExtensions": [],
}

NESTED = {
    "id": "p1",
    "catalog@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identityGovernance/entitlementManagement/catalogs/$entity",
    "displayName": "Night shift",
    "policies": [{"@odata.type": "#microsoft.graph.accessPackageAssignmentPolicy", "customExtensionHandlers": None}],
}

BARE = {"id": "c3", "customAccessPackageWorkflowExtensions": [{"id": "e9"}]}


def answer(path: str) -> dict:
    return {"/c1": V1, "/c2": BETA, "/p1": NESTED}.get(path, BARE)
