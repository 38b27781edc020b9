import json

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def one_line(http: requests.Session, catalog: str, name: str):
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", json={"displayName": name})


def several_lines(http: requests.Session, catalog: str, name: str):
    return http.post(
        f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions",
        json={
            "displayName": name,
            "endpointConfiguration": {"@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration"},
        },
    )


def already_new(http: requests.Session, catalog: str, name: str):
    url = f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions"
    return http.post(url, json={'displayName': name, 'description': None})


def built_before(http: requests.Session, catalog: str, name: str, app: dict):
    body = {
        'displayName': name,
        'description': f'starts {name}',
    }
    body['endpointConfiguration'] = app
    return http.post(ELM + '/accessPackageCatalogs/' + catalog + '/customAccessPackageWorkflowExtensions', json=body)


def empty(http: requests.Session, catalog: str):
    return http.request("POST", f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", json={})


def dumped(http: requests.Session, catalog: str, name: str):
    payload = {"displayName": name}
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", data=json.dumps(payload))


def by_call(http: requests.Session, catalog: str, name: str):
    body = dict(displayName=name)
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions", json=body)
