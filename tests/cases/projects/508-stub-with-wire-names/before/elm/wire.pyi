from typing import Any, NotRequired, TypedDict

class Run(TypedDict):
    customExtensionId: str
    externalCorrelationId: str
    status: str

class Request(TypedDict):
    id: str
    customExtensionHandlerInstances: NotRequired[list[Run]]

class Catalog(TypedDict):
    id: str
    customAccessPackageWorkflowExtensions: list[dict[str, Any]]

def custom_extensions(catalog: Catalog) -> list[str]: ...
