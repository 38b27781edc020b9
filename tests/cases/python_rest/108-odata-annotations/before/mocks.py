ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def policy_answer(policy_id: str) -> dict:
    """What the service answers for one policy with $expand."""
    return {
        "@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/$entity",
        "id": policy_id,
        "customExtensionHandlers@odata.context": "https://graph.microsoft.com/beta/$metadata#identityGovernance/entitlementManagement/accessPackageAssignmentPolicies('p1')/customExtensionHandlers(customExtension())",
        "customExtensionHandlers@odata.count": 2,
        "customExtensionHandlers": [
            {
                "@odata.type": "#microsoft.graph.customExtensionHandler",
                "id": "h1",
                "stage": "assignmentRequestCreated",
                "customExtension": {"id": "e1"},
            },
            {
                "@odata.type": "microsoft.graph.customExtensionHandler",
                "id": "h2",
                "stage": "assignmentRequestRemoved",
                "customExtension": {"id": "e2"},
            },
        ],
    }


def handler_body(catalog_id: str, extension_id: str) -> dict:
    return {
        "stage": "assignmentOneDayBeforeExpiration",
        "customExtension@odata.bind": f"{ELM}/accessPackageCatalogs/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}",
    }


def how_many(policy: dict) -> int:
    return policy["customExtensionHandlers@odata.count"]


def listener() -> dict:
    return {
        "@odata.type": "#microsoft.graph.onTokenIssuanceStartListener",
        "handler": {"@odata.type": "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler"},
    }
