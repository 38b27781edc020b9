"""Async service around the hooks of one policy."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item.custom_extension_stage_settings.custom_extension_stage_settings_request_builder import CustomExtensionStageSettingsRequestBuilder
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Hook

logger = logging.getLogger("hooks")


class HookService:
    def __init__(self, client: GraphServiceClient, policy_id: str) -> None:
        policies = client.identity_governance.entitlement_management.access_package_assignment_policies
        self.custom_extension_handlers: CustomExtensionStageSettingsRequestBuilder = policies.by_access_package_assignment_policy_id(policy_id).custom_extension_stage_settings

    def _config(self, top: int) -> RequestConfiguration[CustomExtensionStageSettingsRequestBuilder.CustomExtensionStageSettingsRequestBuilderGetQueryParameters]:
        config = RequestConfiguration[CustomExtensionStageSettingsRequestBuilder.CustomExtensionStageSettingsRequestBuilderGetQueryParameters]()
        config.query_parameters = CustomExtensionStageSettingsRequestBuilder.CustomExtensionStageSettingsRequestBuilderGetQueryParameters(top=top)
        config.headers.add("ConsistencyLevel", "eventual")
        return config

    async def pages(self, top: int = 20) -> AsyncIterator[list[Hook]]:
        page = await self.custom_extension_handlers.get(self._config(top))
        while page is not None:
            yield page.value or []
            if not page.odata_next_link:
                return
            page = await self.custom_extension_handlers.with_url(page.odata_next_link).get()

    async def stages(self) -> set[str]:
        found: set[str] = set()
        async for hooks in self.pages():
            found |= {hook.stage.value for hook in hooks if hook.stage}
        return found

    async def drop(self, custom_extension_handler_id: str) -> None:
        logger.info("dropping %s", custom_extension_handler_id)
        await self.custom_extension_handlers.by_custom_extension_stage_setting_id(custom_extension_handler_id).delete()
