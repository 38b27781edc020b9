import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
COMMON = {"description": "made by a script"}


def spread(http: requests.Session, catalog: str):
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", json={**COMMON})


def spread_first(http: requests.Session, catalog: str):
    url = f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions"
    return http.post(url, json={**COMMON, 'displayName': 'Ticket'})


def key_of_a_call(http: requests.Session, catalog: str):
    url = f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions"
    return http.post(url, json={str("displayName"): "Ticket"})
