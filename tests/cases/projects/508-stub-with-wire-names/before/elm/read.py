from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .wire import Catalog, Request, Run


def runs(request: Request) -> Iterator[Run]:
    yield from request.get("customExtensionHandlerInstances", ())


def waiting(requests: list[Request]) -> list[str]:
    return [run["externalCorrelationId"] for request in requests for run in runs(request) if run["status"] == "requestSent"]


def extension_ids(catalog: Catalog) -> set[str]:
    return {extension["id"] for extension in catalog["customAccessPackageWorkflowExtensions"]}
