"""Columns of the reports on requests."""

SHORT = {"$select": ("customExtensionCalloutInstances", "customExtensionHandlerInstances")}
FIRST = {"$select": ("customExtensionHandlerInstances", "customExtensionCalloutInstances")}
LONG = {"$select": ("id", "customExtensionCalloutInstances", "customExtensionHandlerInstances")}
BOTH = {
    "$expand": [
        "customExtensionStageSettings",
        "customExtensionCalloutInstances",
        "customExtensionHandlers",
        ("customExtensionHandlerInstances"),
    ]
}
URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/assignmentRequests?$expand=customExtensionCalloutInstances,accessPackageAssignmentPolicy($expand=customExtensionStageSettings,customExtensionHandlers),customExtensionHandlerInstances"
PAIR = "$expand=customExtensionStageSettings,customExtensionCalloutInstances,customExtensionHandlers,customExtensionHandlerInstances"
