from __future__ import annotations

from functools import partial

from helpers import pick
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class Overview:
    def __init__(self, policy: AccessPackageAssignmentPolicy, request: AccessPackageAssignmentRequest) -> None:
        self.policy = policy
        self.request = request

    def hook_stages(self) -> list[str]:
        hooks = pick(self.policy.custom_extension_stage_settings or [], limit=3)
        return [hook.stage.value for hook in hooks if hook.stage]

    def run_stages(self) -> list[str]:
        top = partial(pick, limit=3)
        return [run.stage.value for run in top(self.request.custom_extension_handler_instances or []) if run.stage]

    def _called(self, run) -> bool:
        return run.stage is not None

    def called(self) -> int:
        return len(list(filter(self._called, self.request.custom_extension_handler_instances or [])))
