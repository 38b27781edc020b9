from __future__ import annotations

from collections.abc import Iterator

from .client import STABLE, Graph


def extension_rows(graph: Graph) -> Iterator[tuple[str, str, str]]:
    for catalog in graph.items(f"{STABLE}/catalogs?$expand=customAccessPackageWorkflowExtensions($select=id,displayName)"):
        for extension in catalog.get("customAccessPackageWorkflowExtensions") or []:
            yield catalog["displayName"], extension["id"], extension.get("lastModifiedDateTime", "")


def extension_count(graph: Graph, catalog_id: str) -> int:
    return sum(1 for _ in graph.items("%s/catalogs/%s/customAccessPackageWorkflowExtensions" % (STABLE, catalog_id)))
