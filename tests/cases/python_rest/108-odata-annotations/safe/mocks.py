ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def policy_answer(policy_id: str) -> dict:
    """What the service answers for one policy with $expand."""
    return {
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/$entity",
        "id": policy_id,
        "customExtensionStageSettings@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageAssignmentPolicies('p1')/customExtensionStageSettings(customExtension())",
        "customExtensionStageSettings@odata.count": 2,
        "customExtensionStageSettings": [
            {
                "@odata.type": "#microsoft.graph.customExtensionStageSetting",
                "id": "h1",
                "stage": "assignmentRequestCreated",
                "customExtension": {"id": "e1"},
            },
            {
                "@odata.type": "microsoft.graph.customExtensionStageSetting",
                "id": "h2",
                "stage": "assignmentRequestRemoved",
                "customExtension": {"id": "e2"},
            },
        ],
    }


def handler_body(catalog_id: str, extension_id: str) -> dict:
    return {
        "stage": "assignmentOneDayBeforeExpiration",
        "customExtension@odata.bind": f"{ELM}/accessPackageCatalogs/{catalog_id}/accessPackageCustomWorkflowExtensions/{extension_id}",
    }


def how_many(policy: dict) -> int:
    return policy["customExtensionStageSettings@odata.count"]


def listener() -> dict:
    return {
        "@odata.type": "#microsoft.graph.onTokenIssuanceStartListener",
        "handler": {"@odata.type": "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler"},
    }
