from __future__ import annotations

from typing import Any


def ids(policy: dict[str, Any]) -> list[str]:
    return [hook["id"] for hook in policy["customExtensionHandlers"]]


def load(session, root: str, key: str) -> list[str]:
    policy = session.get(f"{root}/policies/{key}", params={"$expand": "customExtensionHandlers"}).json()
    return ids(policy)
