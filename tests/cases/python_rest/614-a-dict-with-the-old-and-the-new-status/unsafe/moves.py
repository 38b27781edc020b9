"""Only the old names are keys here, so they change."""

WORDS = {"calloutSent": "sent", "callbackTimedOut": "too late"}


def label(session, request_id):
    url = f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests/{request_id}?$expand=customExtensionCalloutInstances"
    for run in session.get(url).json()["customExtensionCalloutInstances"]:
        print(WORDS[run["status"]])
