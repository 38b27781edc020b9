from __future__ import annotations

from typing import NotRequired, TypedDict

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


class Run(TypedDict, total=False):
    customExtensionId: str
    externalCorrelationId: str


class Hook(TypedDict):
    id: str
    stage: str
    customExtension: Reference


class Reference(TypedDict):
    id: str


class Request(TypedDict):
    id: str
    requestState: str
    customExtensionHandlerInstances: NotRequired[list[Run]]


class Policy(TypedDict):
    id: str
    customExtensionHandlers: list[Hook]


Catalog = TypedDict("Catalog", {"id": str, "customAccessPackageWorkflowExtensions": list[Reference]})


def correlation_ids(request: Request) -> list[str]:
    return [run["externalCorrelationId"] for run in request.get("customExtensionHandlerInstances", [])]


def hooks(policy: Policy) -> dict[str, str]:
    return {hook["stage"]: hook["customExtension"]["id"] for hook in policy["customExtensionHandlers"]}


def new_request(request_id: str, custom_extension_handler_instances: list[Run]) -> Request:
    return Request(id=request_id, requestState="Submitted", customExtensionHandlerInstances=custom_extension_handler_instances)


def references(catalog: Catalog) -> set[str]:
    return {reference["id"] for reference in catalog["customAccessPackageWorkflowExtensions"]}
