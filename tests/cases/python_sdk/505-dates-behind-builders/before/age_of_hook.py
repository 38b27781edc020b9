"""How old is the extension behind a hook?"""

from __future__ import annotations

import datetime

from msgraph_beta import GraphServiceClient


async def age(client: GraphServiceClient, policy_id: str, hook_id: str) -> datetime.timedelta | None:
    policies = client.identity_governance.entitlement_management.access_package_assignment_policies
    hooks = policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers
    hook = hooks.by_custom_extension_handler_id(custom_extension_handler_id=hook_id)
    extension = await hook.custom_extension.get()
    if extension is None or extension.created_date_time is None:
        return None
    return datetime.datetime.now(datetime.timezone.utc) - extension.created_date_time
