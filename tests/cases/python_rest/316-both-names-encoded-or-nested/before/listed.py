URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageCatalogs"


def page(http):
    fields = ["id", "customAccessPackageWorkflowExtensions", "accessPackageCustomWorkflowExtensions"]
    return http.get(f"{URL}?$select={','.join(fields)}").json()["value"]
