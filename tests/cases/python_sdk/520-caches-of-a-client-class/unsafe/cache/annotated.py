from __future__ import annotations

from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


class RunCache:
    """Runs by request, loaded once."""

    def __init__(self, client: GraphServiceClient) -> None:
        self._requests = client.identity_governance.entitlement_management.access_package_assignment_requests
        self._runs: dict[str, list[CustomExtensionCalloutInstance]] = {}

    async def load(self, request_id: str) -> None:
        if request_id not in self._runs:
            request = await self._requests.by_access_package_assignment_request_id(request_id).get()
            self._runs[request_id] = list(request.custom_extension_callout_instances or []) if request else []

    def table(self) -> list[str]:
        return [
            f"{request_id} #{number}: {run.stage}"
            for request_id, runs in self._runs.items()
            for number, run in enumerate(runs, 1)
        ]
