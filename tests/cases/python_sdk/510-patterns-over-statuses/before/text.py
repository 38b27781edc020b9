from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def icons(request: AccessPackageAssignmentRequest) -> str:
    icons = ""
    for run in request.custom_extension_handler_instances or []:
        match run.status.value if run.status else "":
            case "requestSent":
                icons += "…"
            case "requestReceived":
                icons += "✓"
            case _:
                icons += "?"
    return icons
