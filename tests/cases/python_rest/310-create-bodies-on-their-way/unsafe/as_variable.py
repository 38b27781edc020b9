CATALOGS = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement/catalogs"


async def create(session, catalog_id, name):
    body = {
        "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
        "displayName": name,  # shown in the portal
        "endpointConfiguration": {
            "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration",
            "logicAppWorkflowName": f"la-{name}",
        },
    }
    async with session.post(f"{CATALOGS}/{catalog_id}/customWorkflowExtensions", json=body) as answer:
        return (await answer.json())["id"]
