"""The SDK's spellings of Graph's names: classes, modules, attributes, request builders and their parameters.

Derived from the catalogue by the naming rules of Kiota, Graph's SDK generator; checked against msgraph-beta-sdk 1.66.0.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from migrate_ext.core.model import BETA, V1
from migrate_ext.graph import catalogue
from migrate_ext.graph.names import pascal, snake

if TYPE_CHECKING:
    from collections.abc import Callable

    from migrate_ext.core.model import Choice

BETA_PACKAGE = "msgraph_beta"
V1_PACKAGE = "msgraph"
PACKAGES = (BETA_PACKAGE, V1_PACKAGE)


TYPE_ATTRIBUTE = "odata_type"
"""What the models call `@odata.type`."""


def version_of_package(dotted: str) -> int | None:
    """The version of the API that a name of the SDK belongs to, by its package."""
    return {BETA_PACKAGE: BETA, V1_PACKAGE: V1}.get(dotted.partition(".")[0])


class Kind(enum.Enum):
    """What an SDK name names."""

    MODEL = "model"
    RESPONSE = "collection response"
    ITEM_BUILDER = "item request builder"
    BUILDER = "request builder"
    COLLECTION = "collection"
    BY_ID = "by id"
    PARAMETER = "parameter"
    ENUM = "enum"


@dataclass(frozen=True, slots=True)
class SdkName:
    """A deprecated name of the SDK and its counterpart."""

    name: str
    code: str
    kind: Kind
    graph: str
    """Graph's name of the type or collection."""
    new: Choice | None
    """None where the counterpart depends on the use (`catalogue.Variants`)."""


def _spelled(choice: Choice, spell: Callable[[str], str]) -> Choice:
    if isinstance(choice, str):
        return spell(choice)
    return spell(choice[0]), spell(choice[1])


@cache
def class_name(word: str) -> SdkName | None:
    """The deprecated class that a PascalCase identifier names, a request builder's nested classes included."""
    for name, prop in catalogue.COLLECTIONS.items():
        stem = pascal(name)
        if not prop.navigation or prop.new is None:
            continue
        if word.startswith(stem) and (suffix := word[len(stem) :]).startswith("RequestBuilder"):
            new = _spelled(prop.new, lambda new: pascal(new) + suffix)
            return SdkName(word, prop.rule or "", Kind.BUILDER, name, new)
    for row in catalogue.TYPES.values():
        stem = pascal(row.name)
        if row.rule is None or not word.startswith(stem):
            continue
        suffix = word[len(stem) :]
        if not suffix:
            kind = Kind.ENUM if row.members else Kind.MODEL
            return SdkName(word, row.rule, kind, row.name, pascal(row.new) if row.new else None)
        target = row.new or (row.variants.base if row.variants else "")
        if suffix == "CollectionResponse":
            return SdkName(word, row.rule, Kind.RESPONSE, row.name, pascal(target) + suffix)
        if suffix.startswith("ItemRequestBuilder"):
            return SdkName(word, row.rule, Kind.ITEM_BUILDER, row.name, pascal(target) + suffix)
    return None


@cache
def module_name(word: str) -> SdkName | None:
    """The deprecated module or package that one segment of a dotted path names."""
    for name, prop in catalogue.COLLECTIONS.items():
        if not prop.navigation or prop.new is None:
            continue
        if word == snake(name):
            return SdkName(word, prop.rule or "", Kind.COLLECTION, name, _spelled(prop.new, snake))
        if word == snake(name) + "_request_builder":
            new = _spelled(prop.new, lambda new: snake(new) + "_request_builder")
            return SdkName(word, prop.rule or "", Kind.BUILDER, name, new)
    for row in catalogue.TYPES.values():
        if row.rule is None:
            continue
        stem = snake(row.name)
        target = row.new or (row.variants.base if row.variants else "")
        if word == stem:
            kind = Kind.ENUM if row.members else Kind.MODEL
            return SdkName(word, row.rule, kind, row.name, snake(row.new) if row.new else None)
        if word == stem + "_collection_response":
            return SdkName(word, row.rule, Kind.RESPONSE, row.name, snake(target) + "_collection_response")
        if word == stem + "_item_request_builder":
            return SdkName(word, row.rule, Kind.ITEM_BUILDER, row.name, snake(target) + "_item_request_builder")
    return None


@cache
def attributes() -> dict[str, SdkName]:
    """Deprecated attributes, methods and parameters of SDK objects and request builders, by name."""
    found: dict[str, SdkName] = {}
    for name, prop in catalogue.COLLECTIONS.items():
        if prop.new is None or prop.type is None:
            continue
        code = prop.rule or ""
        found[snake(name)] = SdkName(snake(name), code, Kind.COLLECTION, name, _spelled(prop.new, snake))
        if not prop.navigation:
            continue
        row = catalogue.TYPES[prop.type]
        item = snake(row.name) + "_id"
        new_item = snake(row.new or (row.variants.base if row.variants else "")) + "_id"
        found["by_" + item] = SdkName("by_" + item, code, Kind.BY_ID, name, "by_" + new_item)
        found[item] = SdkName(item, code, Kind.PARAMETER, name, new_item)
    return found


@cache
def members() -> dict[str, catalogue.Member]:
    """Members of the deprecated status enumeration, by the SDK's name."""
    return {pascal(member.name): member for member in catalogue.STATUS.members}
