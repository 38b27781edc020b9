import hmac
import os

import requests
from flask import Flask, abort, jsonify, request

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
app = Flask(__name__)
answers = {}


@app.post("/callout")
def callout():
    if not hmac.compare_digest(request.headers.get("X-Key", ""), os.environ["KEY"]):
        abort(403)
    payload = request.get_json()
    if payload["stage"] != "assignmentRequestCreated":
        return jsonify(status="ignored", stage=payload["stage"])
    answers[payload["accessPackageAssignmentRequestId"]] = {
        "stage": payload["stage"],
        "status": "requestReceived",
        "instance": payload["customExtensionStageInstanceId"],
    }
    return jsonify(status="requestReceived"), 202


@app.post("/decision/<request_id>")
def decide(request_id):
    known = answers.pop(request_id, None)
    if known is None or known["status"] != "requestReceived":
        abort(404)
    body = {
        "source": "desk.contoso.example",
        "type": "microsoft.graph.accessPackageCustomExtensionStage." + known["stage"],
        "data": {
            "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestCallbackData",
            "customExtensionStageInstanceId": known["instance"],
            "stage": known["stage"],
            "state": request.get_json()["state"],
        },
    }
    answer = requests.post(f"{ELM}/accessPackageAssignmentRequests/{request_id}/resume", json=body, timeout=20)
    return jsonify(status="requestSent" if answer.ok else "failed", stage=known["stage"])
