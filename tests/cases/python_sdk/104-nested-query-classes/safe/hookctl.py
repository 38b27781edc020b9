#!/usr/bin/env python3
"""hookctl: list, count and show the hooks of one policy."""

from __future__ import annotations

import asyncio
import sys

from azure.identity.aio import AzureCliCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.custom_extension_stage_settings.count.count_request_builder import CountRequestBuilder
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.custom_extension_stage_settings.custom_extension_stage_settings_request_builder import (
    CustomExtensionStageSettingsRequestBuilder,
)
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.custom_extension_stage_settings.item.custom_extension_stage_setting_item_request_builder import (
    CustomExtensionStageSettingItemRequestBuilder as HookItem,
)

Query = CustomExtensionStageSettingsRequestBuilder.CustomExtensionStageSettingsRequestBuilderGetQueryParameters


def hooks_of(client: GraphServiceClient, policy_id: str) -> CustomExtensionStageSettingsRequestBuilder:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    return policies.by_access_package_assignment_policy_id(policy_id).custom_extension_stage_settings


async def show(hooks: CustomExtensionStageSettingsRequestBuilder, custom_extension_handler_id: str) -> None:
    item: HookItem = hooks.by_custom_extension_stage_setting_id(custom_extension_stage_setting_id=custom_extension_handler_id)
    query = HookItem.CustomExtensionStageSettingItemRequestBuilderGetQueryParameters(expand=["customExtension"])
    hook = await item.get(RequestConfiguration(query_parameters=query))
    if hook and hook.custom_extension:
        print(hook.stage, hook.custom_extension.display_name)


async def count(counter: CountRequestBuilder) -> int:
    return await counter.get() or 0


async def main(policy_id: str, *hook_ids: str) -> None:
    async with AzureCliCredential() as credential:
        hooks = hooks_of(GraphServiceClient(credential), policy_id)
        old_style = CustomExtensionStageSettingsRequestBuilder.CustomExtensionStageSettingsRequestBuilderGetRequestConfiguration(
            query_parameters=Query(top=20, orderby=["stage"])
        )
        page = await hooks.get(request_configuration=old_style)
        print(await count(hooks.count), [hook.id for hook in (page.value if page else None) or []])
        for hook_id in hook_ids:
            await show(hooks, custom_extension_handler_id=hook_id)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
