from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


@dataclass
class Ticket:
    run: CustomExtensionCalloutInstance
    stage: str = "triage"
    status: str = "requestSent"
