from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass
class TimedRun(CustomExtensionHandlerInstance):
    """Keeps the stage that our own store knows."""

    stage: Optional[AccessPackageCustomExtensionStage] = None
    seconds: float = 0.0


def line(run: TimedRun) -> str:
    return f"{run.stage}: {run.seconds:.1f}s"
