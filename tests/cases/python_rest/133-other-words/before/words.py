ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def suffixed(policy_id: str, query: str) -> str:
    return f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionHandlers{query}"


def prefixed(row: dict, prefix: str) -> object:
    return row[f"{prefix}customExtensionHandlerInstances"]


def formatted(suffix: str) -> str:
    return "customExtensionHandlerInstances{}".format(suffix)


def column(row: dict) -> object:
    return row["customExtensionHandlerInstances_count"] or row["my_customExtensionHandlerInstances"]


def exported(row: dict) -> int:
    """A row of the CSV file that Export-Csv writes."""
    return len(row["CustomExtensionHandlerInstances"])


def stored(row: dict) -> object:
    return row["custom_extension_handler_instances"]


def token_handler(event: dict) -> bool:
    return event["@odata.type"] == "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler"


def separated(policy_id: str, handler_id: str) -> str:
    return f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionHandlers/{handler_id}"


def with_query(policy_id: str, query: str) -> str:
    return f"{ELM}/accessPackageAssignmentPolicies/{policy_id}/customExtensionHandlers?{query}"


def select(fields: str) -> str:
    return f"{ELM}/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances($select={fields})"
