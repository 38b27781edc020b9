from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING, NewType, cast

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

RunId = NewType("RunId", str)


def recorded(path: Path) -> dict[RunId, str]:
    runs = cast("list[CustomExtensionHandlerInstance]", pickle.loads(path.read_bytes()))
    return {RunId(run.external_correlation_id or ""): str(run.stage) for run in runs}
