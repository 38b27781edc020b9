"""Exports of last year, with the names of this year."""

RENAMES = {
    "customExtensionHandlerInstances": "customExtensionCalloutInstances",
    "customAccessPackageWorkflowExtensions": "accessPackageCustomWorkflowExtensions",
}


def upgraded(record: dict[str, object]) -> dict[str, object]:
    return {RENAMES.get(key, key): value for key, value in record.items()}
