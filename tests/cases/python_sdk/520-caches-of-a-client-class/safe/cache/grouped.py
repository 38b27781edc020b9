from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class Grouped:
    def __init__(self) -> None:
        self.runs = defaultdict(list)
        self.hooks = defaultdict(list)

    def add(self, request: AccessPackageAssignmentRequest) -> None:
        for run in request.custom_extension_handler_instances or []:
            self.runs[run.custom_extension_id].append(run)

    def learn(self, policy: AccessPackageAssignmentPolicy) -> None:
        for hook in policy.custom_extension_stage_settings or []:
            self.hooks[hook.stage].append(hook)

    def latest(self, extension_id: str) -> object:
        return max(self.runs[extension_id], key=attrgetter("stage"))

    def stages(self) -> list[str]:
        return sorted(str(hook.stage) for hooks in self.hooks.values() for hook in hooks)
