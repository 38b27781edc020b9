"""Lifts stored answers to the new names, in place."""
import copy

TYPES = "#microsoft.graph.accessPackageAssignmentPolicy"


def lift_request(request: dict) -> dict:
    request["customExtensionCalloutInstances"] = request.pop("customExtensionHandlerInstances", [])
    return request


def lift_policy(policy: dict) -> None:
    if "customExtensionHandlers" in policy:
        policy["customExtensionStageSettings"] = copy.deepcopy(policy["customExtensionHandlers"])
        del policy["customExtensionHandlers"]


def lift_catalog(catalog: dict) -> None:
    for extension in catalog.get("customAccessPackageWorkflowExtensions", ()):
        catalog.setdefault("accessPackageCustomWorkflowExtensions", []).append(extension)


def drop_new(policy: dict) -> list[dict]:
    policy.pop("customExtensionStageSettings", None)
    return policy["customExtensionHandlers"]


def compare(stored: dict, live: dict) -> bool:
    return len(stored["customExtensionStageSettings"]) == len(live["customExtensionStageSettings"])


def stored_runs(request: dict) -> int:
    return len(request["customExtensionCalloutInstances"])


def live_runs(request: dict) -> int:
    return len(request["customExtensionCalloutInstances"])
