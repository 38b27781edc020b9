"""Only the old names are keys here, so they change."""

WORDS = {"requestSent": "sent", "callbackTimedOut": "too late"}


def label(session, request_id):
    url = f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests/{request_id}?$expand=customExtensionHandlerInstances"
    for run in session.get(url).json()["customExtensionHandlerInstances"]:
        print(WORDS[run["status"]])
