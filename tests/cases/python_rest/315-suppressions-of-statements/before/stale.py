"""The suppressions of last year, most of them for nothing."""
# migrate-ext: ignore[CEX202]

BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"  # migrate-ext: ignore


def hooks(policy: dict) -> int:
    # migrate-ext: ignore[CEX102]
    return len(policy["customExtensionHandlers"])    # migrate-ext: ignore[CEX102]


def extensions(catalog: dict) -> list[str]:
    found = catalog["customAccessPackageWorkflowExtensions"]
    return [
        extension["displayName"]  # migrate-ext: ignore[CEX302]
        for extension in found
    ]
