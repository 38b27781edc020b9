import json
import logging
import os

import azure.functions as func

from shared import callouts, policies
from shared.graph import session

app = func.FunctionApp()
STAGE = os.environ.get("STAGE", "test")


@app.timer_trigger(schedule="0 0 6 * * *", arg_name="timer")
def morning(timer: func.TimerRequest) -> None:
    with session() as http:
        for run in callouts.waiting(http):
            logging.info("%s: %s since %s", STAGE, run["customExtensionId"], run["stage"])


@app.route(route="callout", methods=["POST"])
def callout(req: func.HttpRequest) -> func.HttpResponse:
    payload = req.get_json()
    if payload["stage"] != "production" and payload.get("status") == "requestSent":
        return func.HttpResponse(status_code=202)
    return func.HttpResponse(json.dumps({"stage": STAGE, "status": "requestReceived"}), mimetype="application/json")


@app.route(route="policies/{policy_id}/stages")
def stages(req: func.HttpRequest) -> func.HttpResponse:
    with session() as http:
        found = policies.stages(http, req.route_params["policy_id"])
    return func.HttpResponse(json.dumps(found), mimetype="application/json")
