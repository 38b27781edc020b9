from __future__ import annotations

from contoso.graph import AccessPackageAssignmentPolicy, CustomExtensionStageSetting
from contoso.graph.models import AccessPackageCustomExtensionStage as Moment


def policy(name: str, moments: list[Moment]) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(
        display_name=name,
        custom_extension_stage_settings=[CustomExtensionStageSetting(stage=moment) for moment in moments],
    )


def moments(found: AccessPackageAssignmentPolicy) -> list[Moment | None]:
    return [hook.stage for hook in found.custom_extension_stage_settings or []]
