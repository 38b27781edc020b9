"""Builds instances from the rows of the dead letter queue."""

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

from .queue import Queue, Row


def from_row(queue: Queue, row: Row) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(
        custom_extension_id=row.extension_id,
        stage=queue.pop_stage(row),
        external_correlation_id=row.correlation_id,
    )


def empty(row: Row) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(custom_extension_id=row.extension_id, stage=AccessPackageCustomExtensionStage.AssignmentRequestCreated)
