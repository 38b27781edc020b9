#!/usr/bin/env python3
"""Deploys the logic apps of the access package extensions, stage by stage."""
import argparse
import dataclasses
import os

import requests

GRAPH = "https://graph.microsoft.com/beta"
ELM = GRAPH + "/identityGovernance/entitlementManagement"
STATES = {"requestSent": "queued", "requestReceived": "running", "done": "done"}


@dataclasses.dataclass
class Job:
    app: str
    stage: str = "test"
    status: str = "requestSent"


def listeners(session):
    """Events of the sign-up flow use custom extensions too."""
    url = f"{GRAPH}/identity/customAuthenticationExtensions?$select=id,displayName"
    extensions = session.get(url).json()["value"]
    handler = {"@odata.type": "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler"}
    return [{"handler": dict(handler, customExtension={"id": extension["id"]})} for extension in extensions]


def callouts(session, request_id):
    request = session.get(f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionCalloutInstances").json()
    return [run["status"] in ("calloutSent", "waitingForCallback") for run in request["customExtensionCalloutInstances"]]


def stages(session, policy_id):
    settings = session.get(f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings").json()["value"]
    return {setting["stage"] for setting in settings}


def advance(job):
    if job.stage == "test" and job.status != "requestReceived":
        return dataclasses.replace(job, stage="production")
    return dataclasses.replace(job, status="requestReceived")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("app", nargs="+")
    parser.add_argument("--stage", choices=["test", "production"], default=os.environ.get("STAGE", "test"))
    options = vars(parser.parse_args())
    for app in options["app"]:
        job = advance(Job(app, options["stage"]))
        print(job.app, job.stage, STATES[job.status])


if __name__ == "__main__":
    main()
