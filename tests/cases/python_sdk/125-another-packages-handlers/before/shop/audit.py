from msgraph_beta import GraphServiceClient
from shopkit.models import CustomExtensionHandler as ShopHandler
from shopkit.registry import custom_extension_handlers


async def managers(client: GraphServiceClient) -> dict[str, str]:
    """Owner of each shop handler, from the directory."""
    found = {}
    for handler in custom_extension_handlers:
        assert isinstance(handler, ShopHandler)
        user = await client.users.by_user_id(handler.owner).get()
        found[handler.stage] = (user.display_name if user else None) or handler.owner
    return found
