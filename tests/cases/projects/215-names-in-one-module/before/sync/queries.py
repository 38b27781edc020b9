from sync import names

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
OPEN = f"{ELM}/accessPackageAssignmentRequests?$expand={names.KEY}"


def extensions(catalog_id: str) -> str:
    return f"{ELM}/accessPackageCatalogs/{catalog_id}/{names.EXTENSIONS}"
