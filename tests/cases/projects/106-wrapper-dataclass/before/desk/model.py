from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass
class Ticket:
    run: CustomExtensionHandlerInstance
    stage: str = "triage"
    status: str = "requestSent"
