from __future__ import annotations

import httpx

from .model import Ticket, Urgent

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


class Api:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def ticket(self, number: str) -> Ticket:
        request = self.client.get(f"{URL}/{number}", params={"$expand": "customExtensionHandlerInstances"}).json()
        kind = Urgent if request["isValidationOnly"] else Ticket
        return kind(number, runs=request["customExtensionHandlerInstances"])
