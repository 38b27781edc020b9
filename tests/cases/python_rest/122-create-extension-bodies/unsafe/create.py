import json

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def one_line(http: requests.Session, catalog: str, name: str):
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions", json={"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": name})


def several_lines(http: requests.Session, catalog: str, name: str):
    return http.post(
        f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions",
        json={
            "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
            "displayName": name,
            "endpointConfiguration": {"@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration"},
        },
    )


def already_new(http: requests.Session, catalog: str, name: str):
    url = f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions"
    return http.post(url, json={'@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension', 'displayName': name, 'description': None})


def built_before(http: requests.Session, catalog: str, name: str, app: dict):
    body = {
        '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
        'displayName': name,
        'description': f'starts {name}',
    }
    body['endpointConfiguration'] = app
    return http.post(ELM + '/accessPackageCatalogs/' + catalog + '/accessPackageCustomWorkflowExtensions', json=body)


def empty(http: requests.Session, catalog: str):
    return http.request("POST", f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions", json={"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension"})


def dumped(http: requests.Session, catalog: str, name: str):
    payload = {"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "displayName": name}
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions", data=json.dumps(payload))


def by_call(http: requests.Session, catalog: str, name: str):
    body = dict(displayName=name)
    return http.post(f"{ELM}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions", json=body)
