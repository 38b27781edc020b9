from __future__ import annotations

from . import queries
from .http import Graph


def runs(graph: Graph) -> list[dict]:
    found = []
    for request in graph.value(queries.SUBMITTED):
        found.extend(request["customExtensionHandlerInstances"])
    return found


def handlers(graph: Graph) -> list[dict]:
    return [handler for policy in graph.value(queries.POLICIES) for handler in policy["customExtensionHandlers"]]
