from __future__ import annotations

from functools import cached_property


class View:
    def __init__(self, request: dict) -> None:
        self.request = request
        self.runs = request["customExtensionHandlerInstances"]

    @property
    def newest(self):
        return self.runs[-1]


class StageView(View):
    def lines(self) -> list[str]:
        return [run["stage"] for run in self.runs]

    def headline(self) -> str:
        return self.newest["stage"]


class IdView:
    def __init__(self, entries: list[dict]) -> None:
        self._entries = entries

    @classmethod
    def of(cls, request: dict) -> IdView:
        return cls(request.get("customExtensionCalloutInstances") or [])

    @cached_property
    def waiting(self) -> list[str]:
        return [entry["customExtensionId"] for entry in self._entries if entry["status"] == "calloutSent"]


class Tools:
    @staticmethod
    def first(item: dict):
        return next(iter(item["customExtensionHandlerInstances"]), None)

    def first_stage(self, item: dict) -> str | None:
        run = self.first(item)
        return run["stage"] if run else None


class BuildView:
    def __init__(self, builds: list[dict]) -> None:
        self.runs = builds

    @property
    def newest(self):
        return self.runs[0]

    def lines(self) -> list[str]:
        return [run["stage"] for run in self.runs if run["status"] != "requestSent"] + [self.newest["stage"]]
