URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies"


def asked_at(http, stage="assignmentRequestCreated"):
    chosen = f"customExtensionStageSettings/any(h:h/stage eq '{stage}')"
    return [policy["id"] for policy in http.get(URL, params={"$filter": chosen}).json()["value"]]
