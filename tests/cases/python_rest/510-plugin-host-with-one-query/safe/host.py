"""A small plugin host; one plugin mirrors access package policies."""
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
from pluggy import PluginManager

Handler = Callable[[Path], None]

DEFAULTS: dict[str, Any] = {
    "customExtensionHandlers": {".md": "render", ".csv": "tabulate"},
    "stage": "boot",
}
MANIFEST = {
    "name": "mirror",
    "customExtensionHandlers": [
        {"suffix": ".md", "command": "render --quiet"},
        {"suffix": ".csv", "command": "tabulate"},
    ],
}


@dataclass
class Job:
    stage: str
    status: str = "requestSent"


@dataclass
class Host:
    custom_extension_handlers: dict[str, Handler] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)

    def register(self, suffix: str, handler: Handler) -> None:
        self.custom_extension_handlers[suffix] = handler

    def open(self, path: Path) -> None:
        self.custom_extension_handlers[path.suffix](path)
        self.jobs.append(Job(stage="opened"))

    def waiting(self) -> list[str]:
        return [job.stage for job in self.jobs if job.status == "requestSent"]


def handlers_of(manager: PluginManager) -> list[Any]:
    return manager.customExtensionHandlers()


def defaults() -> list[str]:
    return sorted(DEFAULTS["customExtensionHandlers"]) + [entry["suffix"] for entry in MANIFEST["customExtensionHandlers"]]


def mirror(token: str, policy_id: str, target: Path) -> None:
    url = (
        "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
        f"/accessPackageAssignmentPolicies/{policy_id}?$expand=customExtensionStageSettings"
    )
    policy = requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=30).json()
    target.write_text(json.dumps({hook["stage"]: hook["id"] for hook in policy["customExtensionStageSettings"]}), encoding="utf-8")


def main() -> None:
    host = Host()
    host.register(".md", lambda path: print("markdown", path))
    for suffix in DEFAULTS["customExtensionHandlers"]:
        print(suffix, host.custom_extension_handlers.get(suffix))
    print(host.waiting())
