"""The suppressions of last year, most of them for nothing."""

BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def hooks(policy: dict) -> int:
    return len(policy["customExtensionStageSettings"])


def extensions(catalog: dict) -> list[str]:
    found = catalog["accessPackageCustomWorkflowExtensions"]
    return [
        extension["displayName"]
        for extension in found
    ]
