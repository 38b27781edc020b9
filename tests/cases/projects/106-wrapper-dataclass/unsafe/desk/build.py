from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

from desk.model import Ticket


def tickets(request: AccessPackageAssignmentRequest) -> list[Ticket]:
    return [Ticket(run) for run in request.custom_extension_callout_instances or []]


def has_callouts(submitted: AccessPackageAssignmentRequest) -> bool:
    return bool(submitted.custom_extension_callout_instances)
