"""argparse tool with a plugin table of bound methods, and pydantic generics."""
from __future__ import annotations

import argparse
from typing import Generic, TypeVar

import requests
from pydantic import BaseModel, Field

T = TypeVar("T")
EM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


class Run(BaseModel):
    extension: str = Field(alias="customExtensionId")
    correlation: str = Field(alias="externalCorrelationId")
    stage: str | None = None


class Request(BaseModel):
    id: str
    runs: list[Run] = Field(default=[], alias="customExtensionCalloutInstances")


class Listing(BaseModel, Generic[T]):
    value: list[T]
    next: str | None = Field(default=None, alias="@odata.nextLink")

    @property
    def first(self) -> T | None:
        return self.value[0] if self.value else None


class Tool:
    def __init__(self, token: str) -> None:
        self.http = requests.Session()
        self.http.headers["Authorization"] = token
        self.commands = {"stages": self.stages, "first": self.first}

    def listing(self) -> Listing[Request]:
        answer = self.http.get(EM + "/accessPackageAssignmentRequests", params={"$expand": "customExtensionCalloutInstances"})
        return Listing[Request].model_validate_json(answer.text)

    def stages(self) -> list[str]:
        return [f"{run.stage}" for request in self.listing().value for run in request.runs]

    def first(self) -> list[str]:
        request = self.listing().first
        return [request.runs[0].stage or ""] if request and request.runs else []


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    options = parser.parse_args()
    print(*Tool("t").commands[options.command](), sep="\n")
