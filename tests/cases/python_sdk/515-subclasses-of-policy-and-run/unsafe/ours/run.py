from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


@dataclass
class AuditedRun(CustomExtensionCalloutInstance):
    auditor: str = ""

    def line(self) -> str:
        return f"{self.auditor}: {self.custom_extension_id} at {self.stage}"


def audit(run: CustomExtensionCalloutInstance, auditor: str) -> AuditedRun:
    return AuditedRun(custom_extension_id=run.custom_extension_id, auditor=auditor)
