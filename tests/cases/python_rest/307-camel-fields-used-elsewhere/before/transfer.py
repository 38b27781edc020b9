from dataclasses import asdict, replace

from records import CatalogRow, PolicyRow, RequestRow


def read(answer: dict) -> RequestRow:
    return RequestRow(
        id=answer["id"],
        requestState=answer["requestState"],
        customExtensionHandlerInstances=answer.get("customExtensionHandlerInstances", []),
    )


def without_runs(row: RequestRow) -> RequestRow:
    return replace(row, customExtensionHandlerInstances=[])


def dump(row: RequestRow) -> int:
    return len(asdict(row)["customExtensionHandlerInstances"])


def hooks(policy: PolicyRow, clear: bool = False) -> int:
    count = len(getattr(policy, "customExtensionHandlers", []))
    if clear:
        policy.customExtensionHandlers = []
    return count


def catalog(names: list[str]) -> CatalogRow:
    return CatalogRow(catalogType="userManaged", customAccessPackageWorkflowExtensions=[{"displayName": n} for n in names])
