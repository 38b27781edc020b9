from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


@dataclass(slots=True)
class Case:
    number: int
    run: CustomExtensionCalloutInstance
    notes: list[str] = field(default_factory=list)
    stage: str = "triage"
