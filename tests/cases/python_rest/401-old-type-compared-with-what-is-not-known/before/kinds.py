"""Tells the extensions of an export from its other entities."""

from vendor_export import rows

OLD = "#microsoft.graph.customAccessPackageWorkflowExtension"


def is_extension(kind: str) -> bool:
    return kind.casefold() == "#microsoft.graph.customAccessPackageWorkflowExtension".casefold()


def extensions() -> list[dict]:
    return [row for row in rows() if row["@odata.type"] == OLD]
