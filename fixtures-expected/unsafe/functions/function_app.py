"""Every morning: count the extension runs that nobody has answered."""

import logging

import azure.functions as func
import requests
from azure.identity import ManagedIdentityCredential

REQUESTS = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"

app = func.FunctionApp()
credential = ManagedIdentityCredential()


@app.timer_trigger(schedule="0 0 6 * * *", arg_name="timer")
def remind(timer: func.TimerRequest) -> None:
    token = credential.get_token("https://graph.microsoft.com/.default").token
    answer = requests.get(
        REQUESTS,
        params={"$select": "id,customExtensionCalloutInstances", "$filter": "requestState eq 'Submitted'"},
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    )
    for request in answer.json()["value"]:
        silent = [run for run in request["customExtensionCalloutInstances"] if run["status"] != "callbackReceived"]
        if silent:
            logging.warning("%s waits for %d extensions", request["id"], len(silent))
