def label(session, request_id):
    url = f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests/{request_id}?$expand=customExtensionHandlerInstances"
    words = {"requestSent": "sent", "calloutSent": "called"}
    for run in session.get(url).json()["customExtensionHandlerInstances"]:
        print(words[run["status"]])
        print(words.get(run["status"]))
        if run["status"] in ("requestSent", "calloutSent"):
            pass
