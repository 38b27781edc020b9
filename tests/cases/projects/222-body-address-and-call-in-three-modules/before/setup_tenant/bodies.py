TICKET = {
    "displayName": "Open a ticket",
    "endpointConfiguration": {
        "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration",
        "logicAppWorkflowName": "la-ticket",
    },
}

REMINDER = {
    "@odata.type": "#microsoft.graph.accessPackageAssignmentWorkflowExtension",
    "displayName": "Remind the sponsor",
}
