from contoso.graph.models import (
    AccessPackageAssignmentRequest,
    CustomExtensionCalloutInstanceStatus as Status,
    CustomExtensionCalloutInstance,
)


def waiting(request: AccessPackageAssignmentRequest) -> list[CustomExtensionCalloutInstance]:
    return [run for run in request.custom_extension_callout_instances or [] if run.status is Status.CalloutSent]


def labels(request: AccessPackageAssignmentRequest) -> list[str]:
    return [f"{run.external_correlation_id}: {run.stage}" for run in waiting(request)]
