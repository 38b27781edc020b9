"""A tiny fluent builder for OData queries."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import httpx


@dataclass(frozen=True)
class Query:
    resource: str
    expands: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()

    def expand(self, *names: str) -> Query:
        return replace(self, expands=self.expands + names)

    def where(self, expression: str) -> Query:
        return replace(self, filters=(*self.filters, expression))

    def url(self, root: str) -> str:
        parts = []
        if self.expands:
            parts.append("$expand=" + ",".join(self.expands))
        if self.filters:
            parts.append("$filter=" + quote(" and ".join(self.filters)))
        return f"{root}/{self.resource}" + ("?" + "&".join(parts) if parts else "")


def all_of(http: httpx.Client, root: str, query: Query) -> list[dict[str, Any]]:
    return http.get(query.url(root)).json()["value"]
