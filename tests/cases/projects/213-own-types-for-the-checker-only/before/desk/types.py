from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass(slots=True)
class Case:
    number: int
    run: CustomExtensionHandlerInstance
    notes: list[str] = field(default_factory=list)
    stage: str = "triage"
