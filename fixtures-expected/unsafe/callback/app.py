"""What the desk calls when a ticket is closed: look the run up and resume the request."""

import os

import requests
from flask import Flask, abort, jsonify, request

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"

app = Flask(__name__)


@app.post("/closed/<request_id>/<correlation_id>")
def closed(request_id: str, correlation_id: str):
    url = f"{ELM}/accessPackageAssignmentRequests/{request_id}"
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + os.environ["GRAPH_TOKEN"]
    found = session.get(url, params={"$select": "customExtensionCalloutInstances"}, timeout=30).json()
    for run in found["customExtensionCalloutInstances"]:
        if run["externalCorrelationId"] == correlation_id and run["status"] == "calloutSent":
            stage = run["stage"]
            break
    else:
        abort(404)
    data = {
        "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestCallbackData",
        "stage": stage,
        "state": request.get_json()["state"],
    }
    session.post(f"{url}/resume", json={"source": "desk", "type": "ticket", "data": data}, timeout=30)
    return jsonify(status="resumed", stage=stage)
