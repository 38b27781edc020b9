from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


class LeanRequest(AccessPackageAssignmentRequest):
    """Loads its runs from our own store."""

    @property
    def stage(self) -> str:
        return "lean"

    def describe(self) -> str:
        return f"{self.stage}: {self.request_state}"


def runs(request: LeanRequest) -> list[str]:
    return [request.stage, *(run.custom_extension_id or "" for run in request.custom_extension_callout_instances or [])]
