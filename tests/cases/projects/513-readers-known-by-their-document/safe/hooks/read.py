from __future__ import annotations

from typing import Any


def ids(policy: dict[str, Any]) -> list[str]:
    return [hook["id"] for hook in policy["customExtensionStageSettings"]]


def load(session, root: str, key: str) -> list[str]:
    policy = session.get(f"{root}/policies/{key}", params={"$expand": "customExtensionStageSettings"}).json()
    return ids(policy)
