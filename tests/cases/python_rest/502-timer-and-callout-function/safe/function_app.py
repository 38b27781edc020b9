"""Two functions: a timer that reports callouts that wait too long, and the receiver of the callout itself."""
import json
import logging
import os
import urllib.request
from datetime import datetime, timedelta, timezone
from urllib.parse import urlencode

import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
PATIENCE = timedelta(hours=4)


def call(method, url, body=None):
    request = urllib.request.Request(url, method=method, headers={"Authorization": f"Bearer {os.environ['TOKEN']}"})
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer) if answer.status == 200 else None


def stuck_requests():
    query = urlencode(
        {
            "$filter": "customExtensionCalloutInstances/any(run:run/status eq 'calloutSent')",
            "$expand": "customExtensionCalloutInstances,requestor($select=displayName)",
        }
    )
    return call("GET", f"{ROOT}/accessPackageAssignmentRequests?{query}")["value"]


def waiting(runs, states=("calloutSent",)):
    return [run for run in runs if run["status"] in states]


@app.timer_trigger(schedule="0 */15 * * * *", arg_name="timer")
def report_stuck(timer: func.TimerRequest) -> None:
    limit = datetime.now(timezone.utc) - PATIENCE
    for request in stuck_requests():
        if datetime.fromisoformat(request["createdDateTime"]) > limit:
            continue
        open_runs = waiting(request["customExtensionCalloutInstances"])
        for run in open_runs:
            logging.warning("requestSent for too long: %s of %s", run["externalCorrelationId"], request["id"])


@app.route(route="callout", methods=["POST"])
def callout(req: func.HttpRequest) -> func.HttpResponse:
    payload = req.get_json()
    stage = payload["stage"]
    if stage not in ("AssignmentRequestCreated", "AssignmentRequestApproved"):
        return func.HttpResponse(status_code=204)
    if payload.get("status") == "requestSent":
        logging.info("echo of our own callout")
    call(
        "POST",
        f"{ROOT}/accessPackageAssignmentRequests/{payload['accessPackageAssignmentRequestId']}/resume",
        {
            "source": "Contoso.Onboarding",
            "type": f"microsoft.graph.accessPackageCustomExtensionStage.{stage}",
            "data": {
                "@odata.type": "microsoft.graph.accessPackageAssignmentRequestCallbackData",
                "customExtensionStageInstanceId": payload["customExtensionStageInstanceId"],
                "stage": stage,
                "state": "denied" if payload["requestor"] is None else "approved",
            },
        },
    )
    return func.HttpResponse(status_code=200)
