import requests

ONE = {
    "customExtensionHandlers": ([{"suffix": ".md"}] if requests else None),
    "other": 1,
}
HOOKS = [{"stage": "assignmentRequestCreated", "customExtension": {"id": "e1"}}]
BODY = {"displayName": "x", "customExtensionStageSettings": HOOKS}


def build(hooks):
    return {"displayName": "x", "customExtensionStageSettings": hooks}


def policy(session, id):
    session.patch(f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{id}", json=BODY)
    return ONE["customExtensionHandlers"], build(HOOKS), build([])
