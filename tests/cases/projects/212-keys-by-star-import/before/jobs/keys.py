"""Names in the answers of entitlementManagement."""

RUNS = "customExtensionHandlerInstances"
HANDLERS = "customExtensionHandlers"
ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
