"""Configurations of the Microsoft365DSC module, which has names of its own (migration.md, 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role
from migrate_ext.graph import catalogue, sites
from migrate_ext.graph.shapes import Found
from migrate_ext.graph.tree import Node, NodeKind

if TYPE_CHECKING:
    from migrate_ext.graph.objects import Dialect

RESOURCE = "ResourceName"
INSTANCE = "CIMInstance"


def is_module_data(node: Node, key: str) -> bool:
    """Whether an object is a resource of the module, by its own word or by the key it stands under."""
    if key.startswith(catalogue.DSC_MODULE_PREFIXES):
        return True
    for name in (RESOURCE, INSTANCE):
        value = node.get(name)
        if value is not None and isinstance(value.value, str) and value.value.startswith(catalogue.DSC_MODULE_PREFIXES):
            return True
    return False


def blocked(root: Node, dialect: Dialect) -> Found:
    """The deprecated words among the keys of a resource: the module has to be upgraded."""
    found = Found()
    stack = [root]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen or node.kind not in (NodeKind.OBJECT, NodeKind.ARRAY):
            continue
        seen.add(id(node))
        stack += [*node.items, *(member.value for member in node.members)]
        for member in node.members:
            word = sites.deprecated_word(str(member.key), evidence=True, pascal_too=dialect.pascal)
            if word is None or member.text is None or word.name not in catalogue.COLLECTIONS:
                continue
            site = member.text.lift(sites.collection_site(word, 0, len(member.text.value)))
            found.sites.append(
                site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason="module-names")
            )
    return found
