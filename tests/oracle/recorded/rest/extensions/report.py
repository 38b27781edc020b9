"""The extensions of a catalog, as Markdown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict


class Catalog(TypedDict):
    id: str
    displayName: str
    customAccessPackageWorkflowExtensions: list[dict[str, str | None]]


def markdown(catalog: Catalog) -> str:
    rows = [
        f"| {extension['displayName']} | {extension.get('description') or '-'} |"
        for extension in catalog["customAccessPackageWorkflowExtensions"]
    ]
    return "\n".join([f"# {catalog['displayName']}", "", *rows])


if __name__ == "__main__":
    print(markdown(json.loads((Path(__file__).parent / "catalog.json").read_text())))
