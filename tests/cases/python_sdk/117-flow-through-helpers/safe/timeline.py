"""Timeline of one access request, as the help desk sees it."""

from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def _label(entry) -> str:
    return entry.stage.name if entry.stage else "unknown"


def _pairs(entries):
    for entry in entries:
        yield _label(entry), entry.custom_extension_id


class Timeline:
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self.request_id = request.id
        self._entries = request.custom_extension_handler_instances or []

    def _known(self):
        return [entry for entry in self._entries if entry.custom_extension_id]

    def render(self) -> str:
        return "\n".join(f"{stage:<40} {extension}" for stage, extension in _pairs(self._known()))


class Correlations:
    """Ids of the logic app runs; knows nothing of their order."""

    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self._found = {run.external_correlation_id for run in request.custom_extension_callout_instances or []}

    def __contains__(self, correlation_id: str) -> bool:
        return correlation_id in self._found
