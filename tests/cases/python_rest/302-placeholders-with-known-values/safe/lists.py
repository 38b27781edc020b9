"""The lists that the nightly job compares."""
import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
DETAIL = "($expand=customExtension)"
PAGE = "&$top=25"
COPY = "Copy"


def hooks(http: requests.Session) -> dict[str, int]:
    page = http.get(f"{ELM}/accessPackageAssignmentPolicies?$expand=customExtensionStageSettings{DETAIL}").json()
    return {policy["id"]: len(policy["customExtensionStageSettings"]) for policy in page["value"]}


def hooks_of(http: requests.Session, policy_id: str) -> list[dict]:
    url = "{}/accessPackageAssignmentPolicies/{}?$expand=customExtensionStageSettings{}".format(ELM, policy_id, DETAIL)
    return http.get(url).json()["customExtensionStageSettings"]


def runs(http: requests.Session) -> int:
    page = http.get(f"{ELM}/accessPackageAssignmentRequests?$expand=customExtensionCalloutInstances{PAGE}").json()
    return sum(len(request["customExtensionCalloutInstances"]) for request in page["value"])


def runs_of(http: requests.Session, request_id: str) -> list[dict]:
    url = "%s/accessPackageAssignmentRequests/%s?$expand=customExtensionCalloutInstances%s" % (ELM, request_id, PAGE)
    return http.get(url).json()["customExtensionCalloutInstances"]


def anything(http: requests.Session, suffix: str) -> dict:
    return http.get(f"{ELM}/accessPackageAssignmentPolicies?$select=id,customExtensionHandlers{suffix}").json()


def is_copied(policy: dict) -> bool:
    return f"customExtensionHandlers{COPY}" in policy or f"{COPY}customExtensionHandlerInstances" in policy
