from types import SimpleNamespace
from unittest.mock import AsyncMock, MagicMock, patch

import pytest
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler
from msgraph_beta.generated.models.custom_extension_handler_collection_response import (
    CustomExtensionHandlerCollectionResponse,
)

import hooks


@pytest.fixture
def page():
    return CustomExtensionHandlerCollectionResponse(value=[CustomExtensionHandler(id="h1"), CustomExtensionHandler(id="h2")])


@pytest.mark.asyncio
async def test_hook_ids(page):
    client = MagicMock()
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    policy = policies.by_access_package_assignment_policy_id.return_value
    policy.custom_extension_handlers.get = AsyncMock(return_value=page)
    assert await hooks.hook_ids(client, "p1") == ["h1", "h2"]


def test_summary():
    policy = SimpleNamespace(
        id="p1",
        custom_extension_handlers=[SimpleNamespace(id="h1")],
    )
    assert hooks.summary(policy) == "p1: 1"  # type: ignore[arg-type]


@patch("msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.custom_extension_handlers.custom_extension_handlers_request_builder.CustomExtensionHandlersRequestBuilder.get")
def test_not_called(get):
    assert hooks.summary(SimpleNamespace(id="p2", custom_extension_handlers=None)) == "p2: 0"  # type: ignore[arg-type]
    get.assert_not_called()
