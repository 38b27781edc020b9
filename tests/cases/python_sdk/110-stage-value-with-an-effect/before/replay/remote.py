from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Instance

from .queue import Queue, Row


async def from_remote(queue: Queue, row: Row) -> Instance:
    return Instance(stage=await queue.fetch_stage(row), custom_extension_id=row.extension_id)
