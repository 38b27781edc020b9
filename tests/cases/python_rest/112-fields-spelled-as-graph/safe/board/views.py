from flask import Flask, jsonify, request

from board.models import AssignmentRequest, Policy

app = Flask(__name__)


@app.post("/requests")
def show_request():
    raw = request.get_json()
    found = AssignmentRequest(
        id=raw["id"],
        requestState=raw["requestState"],
        customExtensionCalloutInstances=raw.get("customExtensionCalloutInstances", []),
    )
    return jsonify(id=found.id, open=found.requestState != "Delivered", runs=len(found.customExtensionCalloutInstances))


@app.post("/policies")
def show_policy():
    policy = Policy.model_validate(request.get_json())
    return jsonify({hook.stage: hook.customExtension["id"] for hook in policy.customExtensionStageSettings})
