"""Names in the answers of entitlementManagement."""

RUNS = "customExtensionCalloutInstances"
HANDLERS = "customExtensionStageSettings"
ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
