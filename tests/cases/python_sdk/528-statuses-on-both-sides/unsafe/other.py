from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def changed(old: AccessPackageAssignmentRequest, new: AccessPackageAssignmentRequest) -> list[str]:
    after = new.custom_extension_callout_instances or []
    before = old.custom_extension_callout_instances or []
    return [str(one.stage) for one, other in zip(before, after) if one.status != other.status]
