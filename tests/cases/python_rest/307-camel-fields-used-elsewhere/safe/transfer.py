from dataclasses import asdict, replace

from records import CatalogRow, PolicyRow, RequestRow


def read(answer: dict) -> RequestRow:
    return RequestRow(
        id=answer["id"],
        requestState=answer["requestState"],
        customExtensionCalloutInstances=answer.get("customExtensionCalloutInstances", []),
    )


def without_runs(row: RequestRow) -> RequestRow:
    return replace(row, customExtensionCalloutInstances=[])


def dump(row: RequestRow) -> int:
    return len(asdict(row)["customExtensionCalloutInstances"])


def hooks(policy: PolicyRow, clear: bool = False) -> int:
    count = len(getattr(policy, "customExtensionStageSettings", []))
    if clear:
        policy.customExtensionStageSettings = []
    return count


def catalog(names: list[str]) -> CatalogRow:
    return CatalogRow(catalogType="userManaged", accessPackageCustomWorkflowExtensions=[{"displayName": n} for n in names])
