"""Small client: answers are namespaces, so that templates can write request.id."""
import json
from types import SimpleNamespace

import requests

BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def parse(text: str) -> SimpleNamespace:
    return json.loads(text, object_hook=lambda pairs: SimpleNamespace(**pairs))


def open_runs(request: SimpleNamespace) -> list[str]:
    if not hasattr(request, "customExtensionCalloutInstances"):
        return []
    return [run.externalCorrelationId for run in request.customExtensionCalloutInstances if run.status == "calloutSent"]


def stages(answer: SimpleNamespace) -> list[str]:
    found = []
    for run in answer.customExtensionCalloutInstances:
        if hasattr(run, "stage"):
            found.append(run.stage)
            delattr(run, "stage")
    return found


def hook_stages(policy: SimpleNamespace) -> set[str]:
    return {hook.stage for hook in policy.customExtensionStageSettings}


def empty_policy(name: str) -> SimpleNamespace:
    return SimpleNamespace(displayName=name, customExtensionStageSettings=[], accessPackageId=None)


def policy(http: requests.Session, policy_id: str) -> SimpleNamespace:
    return parse(http.get(f"{BASE}/accessPackageAssignmentPolicies/{policy_id}").text)
