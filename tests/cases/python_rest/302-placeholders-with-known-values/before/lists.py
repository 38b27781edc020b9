"""The lists that the nightly job compares."""
import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
DETAIL = "($expand=customExtension)"
PAGE = "&$top=25"
COPY = "Copy"


def hooks(http: requests.Session) -> dict[str, int]:
    page = http.get(f"{ELM}/accessPackageAssignmentPolicies?$expand=customExtensionHandlers{DETAIL}").json()
    return {policy["id"]: len(policy["customExtensionHandlers"]) for policy in page["value"]}


def hooks_of(http: requests.Session, policy_id: str) -> list[dict]:
    url = "{}/accessPackageAssignmentPolicies/{}?$expand=customExtensionHandlers{}".format(ELM, policy_id, DETAIL)
    return http.get(url).json()["customExtensionHandlers"]


def runs(http: requests.Session) -> int:
    page = http.get(f"{ELM}/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances{PAGE}").json()
    return sum(len(request["customExtensionHandlerInstances"]) for request in page["value"])


def runs_of(http: requests.Session, request_id: str) -> list[dict]:
    url = "%s/accessPackageAssignmentRequests/%s?$expand=customExtensionHandlerInstances%s" % (ELM, request_id, PAGE)
    return http.get(url).json()["customExtensionHandlerInstances"]


def anything(http: requests.Session, suffix: str) -> dict:
    return http.get(f"{ELM}/accessPackageAssignmentPolicies?$select=id,customExtensionHandlers{suffix}").json()


def is_copied(policy: dict) -> bool:
    return f"customExtensionHandlers{COPY}" in policy or f"{COPY}customExtensionHandlerInstances" in policy
