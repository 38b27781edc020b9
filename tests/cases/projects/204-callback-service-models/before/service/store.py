from __future__ import annotations

import httpx

from .models import AssignmentRequest

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


async def load(client: httpx.AsyncClient, request_id: str) -> AssignmentRequest:
    answer = await client.get(
        f"{ELM}/accessPackageAssignmentRequests/{request_id}",
        params={"$select": "id", "$expand": "customExtensionHandlerInstances"},
    )
    return AssignmentRequest.model_validate(answer.json())
