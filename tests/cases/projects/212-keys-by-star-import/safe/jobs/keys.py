"""Names in the answers of entitlementManagement."""

RUNS = "customExtensionHandlerInstances"
HANDLERS = "customExtensionStageSettings"
ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
