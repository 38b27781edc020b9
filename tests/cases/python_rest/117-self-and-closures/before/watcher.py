from __future__ import annotations

import logging
import time

import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
log = logging.getLogger(__name__)


class Watcher:
    def __init__(self, http: requests.Session, request_id: str) -> None:
        self.http = http
        self.url = f"{ELM}/accessPackageAssignmentRequests/{request_id}"
        self.runs: list[dict] = []
        self.stage = "starting"

    def refresh(self) -> None:
        answer = self.http.get(self.url, params={"$select": "id,customExtensionHandlerInstances"}).json()
        self.runs = answer["customExtensionHandlerInstances"]
        self.stage = "watching"

    def by_stage(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for run in self.runs:
            found.setdefault(run["stage"], []).append(run["customExtensionId"])
        return found

    def normalise(self) -> None:
        for run in self.runs:
            if "stage" in run:
                run["stage"] = run.pop("externalCorrelationId")
            else:
                log.info("a run without a stage: %s", run["customExtensionId"])

    def shorten(self) -> list[dict]:
        for run in self.runs:
            del run["stage"]
        return self.runs

    def report(self, width: int) -> list[str]:
        def line(run: dict) -> str:
            return f"{run['stage']:<{width}}{run['customExtensionId']}"

        return [line(run) for run in self.runs]


def watch(watcher: Watcher) -> None:
    while watcher.stage != "done":
        watcher.refresh()
        print(*watcher.report(30), sep="\n")
        time.sleep(30)
