from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


@dataclass
class TaggedRun(CustomExtensionHandlerInstance):
    tag: str = ""


def line(run: TaggedRun) -> str:
    return f"{run.tag} {run.stage}"
