from __future__ import annotations

from dataclasses import dataclass

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


@dataclass
class TaggedRun(CustomExtensionCalloutInstance):
    tag: str = ""


def line(run: TaggedRun) -> str:
    return f"{run.tag} {run.stage}"
