from __future__ import annotations

from functools import singledispatch, singledispatchmethod

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@singledispatch
def parts(item):
    raise TypeError


@parts.register
def _(item: AccessPackageAssignmentRequest):
    return item.custom_extension_callout_instances or []


@parts.register(AccessPackageAssignmentPolicy)
def _of_policy(item):
    return item.custom_extension_stage_settings or []


def show(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy):
    print([part.stage for part in parts(request)])
    print([part.stage for part in parts(policy)])


class Printer:
    @singledispatchmethod
    def line(self, item) -> str:
        return repr(item)

    @line.register
    def _(self, item: AccessPackageAssignmentRequest) -> str:
        runs = item.custom_extension_callout_instances
        return ",".join(f"{run.stage}" for run in runs or ())
