"""Formatting helpers of the reminder function app (imported by three functions)."""

import typing as t
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

HookT = t.TypeVar("HookT", bound="CustomExtensionStageSetting")


def hook_line(hook: "CustomExtensionStageSetting") -> str:
    return f"{hook.id}: {hook.stage.value if hook.stage else '-'}"


def with_id(hook: HookT, hook_id: str) -> HookT:
    hook.id = hook_id
    return hook


def first_hook(policy: "AccessPackageAssignmentPolicy") -> "Optional[CustomExtensionStageSetting]":
    return next(iter(policy.custom_extension_stage_settings or []), None)


def from_cache(blob: object) -> "list[str]":
    return [hook_line(hook) for hook in t.cast("list[CustomExtensionStageSetting]", blob)]


def run_line(run: "CustomExtensionCalloutInstance") -> str:
    return f"{run.stage.value if run.stage else '-'}: {run.external_correlation_id}"


def run_lines(runs: "Iterable[CustomExtensionCalloutInstance]") -> "list[str]":
    return [run_line(run) for run in runs]
