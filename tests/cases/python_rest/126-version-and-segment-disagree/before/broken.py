import requests

V1 = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement"


def names(session: requests.Session) -> list[str]:
    page = session.get(f"{V1}/accessPackageCatalogs?$expand=customAccessPackageWorkflowExtensions").json()
    return [
        extension["displayName"]
        for catalog in page["value"]
        for extension in catalog["customAccessPackageWorkflowExtensions"]
    ]
