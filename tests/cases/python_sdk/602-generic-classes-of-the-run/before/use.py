from __future__ import annotations

from typing import TYPE_CHECKING

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

from store import Keyed, Page

if TYPE_CHECKING:
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
    from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def runs_of(request: AccessPackageAssignmentRequest) -> Page[CustomExtensionHandlerInstance]:
    return Page(request.custom_extension_handler_instances)


async def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    found = [run.stage for run in runs_of(request)]
    async for run in runs_of(request).walk():
        found.append(run.stage)
    return [*found, runs_of(request)[0].stage]


def keyed(runs: Keyed[str, CustomExtensionHandlerInstance], hooks: Keyed[str, CustomExtensionHandler]) -> None:
    run = runs.by_key("a")
    hook = hooks.by_key("a")
    if run and hook:
        print(run.stage, hook.stage)
    for hook in hooks:
        print(hook.stage)
