"""Attaches logic apps to assignment policies."""

REMINDER = "assignmentFourteenDaysBeforeExpiration"


def add_reminder(policy, extension_id):
    handler = {"stage": REMINDER}
    handler["customExtension"] = {"@odata.type": "#microsoft.graph.customAccessPackageWorkflowExtension", "id": extension_id}
    policy.setdefault("customExtensionHandlers", []).append(handler)


def add_last_call(policy, extension_id):
    handler = dict()
    handler["customExtension"] = {
        "@odata.type": "#microsoft.graph.customAccessPackageWorkflowExtension",
        "id": extension_id,
    }
    handler["stage"] = "assignmentOneDayBeforeExpiration"
    policy["customExtensionHandlers"] += [handler]


def defaults(created, removed):
    return {
        "displayName": "Default",
        "customExtensionHandlers": [
            {
                "customExtension": {"id": created, "@odata.type": "microsoft.graph.customAccessPackageWorkflowExtension"},
                "stage": "assignmentRequestCreated",
            },
            {"stage": "assignmentRequestRemoved", "customExtension": {"id": removed}},
        ],
    }


def keep_ours(found):
    return [row for row in found["customExtensionHandlers"] if row.get("@odata.type") == "#microsoft.graph.customExtensionHandler"]
