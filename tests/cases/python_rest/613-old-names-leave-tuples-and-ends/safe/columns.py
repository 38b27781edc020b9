"""Columns of the reports on requests."""

SHORT = {"$select": ("customExtensionCalloutInstances",)}
FIRST = {"$select": ("customExtensionCalloutInstances",)}
LONG = {"$select": ("id", "customExtensionCalloutInstances")}
BOTH = {
    "$expand": [
        "customExtensionStageSettings",
        "customExtensionCalloutInstances",
    ]
}
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests?$expand=customExtensionCalloutInstances,accessPackageAssignmentPolicy($expand=customExtensionStageSettings)"
PAIR = "$expand=customExtensionStageSettings,customExtensionCalloutInstances"
