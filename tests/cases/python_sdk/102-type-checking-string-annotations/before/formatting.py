"""Formatting helpers of the reminder function app (imported by three functions)."""

import typing as t
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

HookT = t.TypeVar("HookT", bound="CustomExtensionHandler")


def hook_line(hook: "CustomExtensionHandler") -> str:
    return f"{hook.id}: {hook.stage.value if hook.stage else '-'}"


def with_id(hook: HookT, hook_id: str) -> HookT:
    hook.id = hook_id
    return hook


def first_hook(policy: "AccessPackageAssignmentPolicy") -> "Optional[CustomExtensionHandler]":
    return next(iter(policy.custom_extension_handlers or []), None)


def from_cache(blob: object) -> "list[str]":
    return [hook_line(hook) for hook in t.cast("list[CustomExtensionHandler]", blob)]


def run_line(run: "CustomExtensionHandlerInstance") -> str:
    return f"{run.stage.value if run.stage else '-'}: {run.external_correlation_id}"


def run_lines(runs: "Iterable[CustomExtensionHandlerInstance]") -> "list[str]":
    return [run_line(run) for run in runs]
