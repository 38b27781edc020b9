from contoso.graph.models import (
    AccessPackageAssignmentRequest,
    AccessPackageCustomExtensionHandlerStatus as Status,
    CustomExtensionHandlerInstance,
)


def waiting(request: AccessPackageAssignmentRequest) -> list[CustomExtensionHandlerInstance]:
    return [run for run in request.custom_extension_handler_instances or [] if run.status is Status.RequestSent]


def labels(request: AccessPackageAssignmentRequest) -> list[str]:
    return [f"{run.external_correlation_id}: {run.stage}" for run in waiting(request)]
