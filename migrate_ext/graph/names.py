"""Spellings: how one Graph name is written as a JSON key, in PowerShell, in Python and in the SDK.

Nothing here is a list kept by hand: all is derived from the catalogue.
"""

from __future__ import annotations

import re
from functools import cache

from migrate_ext.graph import catalogue

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@cache
def snake(name: str) -> str:
    """`customExtensionHandlers` -> `custom_extension_handlers`."""
    return _HUMP.sub("_", name).lower()


@cache
def pascal(name: str) -> str:
    """`customExtensionHandlers` -> `CustomExtensionHandlers`."""
    return name[:1].upper() + name[1:]


DEPRECATED_STEMS = tuple(
    sorted(row.name for row in catalogue.TYPES.values() if row.rule is not None),
)
"""Deprecated type names; the collections are their plurals, so a stem finds both."""


@cache
def word_pattern() -> re.Pattern[str]:
    """Finds every deprecated type or collection name in a text, in any spelling; longest first."""
    names = {*DEPRECATED_STEMS, *catalogue.COLLECTIONS}
    spellings = {spell(name) for name in names for spell in (str, pascal, snake)}
    longest_first = sorted(spellings, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def is_distinctive(name: str) -> bool:
    """Whether the name of a type or collection (Graph's spelling) can only be Graph's (migration.md, 3.1)."""
    kind, _ = catalogue.PROPERTY_TYPES.get(name, (name, False))
    return catalogue.TYPES[kind].distinctive


@cache
def evidence_pattern() -> re.Pattern[str]:
    """Finds a name of entitlement management, or one that can only be Graph's, in any spelling.

    The new names of such are among them: what an old name proves must still be proved when it is renamed.
    """
    prefixes = [*catalogue.EVIDENCE_PREFIXES]
    for row in catalogue.TYPES.values():
        if row.rule is not None and row.distinctive:
            prefixes += [row.name, *filter(None, (row.new,))]
    prefixes += [new for new, prop in catalogue.REPLACED.items() if is_distinctive(prop.name)]
    spellings = {spell(prefix) for prefix in prefixes for spell in (str, pascal, snake)}
    longest_first = sorted(spellings, key=lambda name: (-len(name), name))
    annotation = re.escape(f"#{catalogue.NAMESPACE}.") + r"|graph\.microsoft\.com/[\w.]+/\$metadata"
    return re.compile(r"(?<![A-Za-z0-9])(?:" + "|".join(map(re.escape, longest_first)) + ")|" + annotation)


@cache
def candidate_words() -> tuple[str, ...]:
    """The words that make a file a candidate.

    These are the deprecated names in all spellings, the marks of bare instances, and the new names that a rule looks at
    (a stage read off the new instance, a date off the common base, a create body for the new collection).
    """
    names = [*DEPRECATED_STEMS, *catalogue.COLLECTIONS, *catalogue.REPLACED, catalogue.NEW_INSTANCE.name]
    names += [catalogue.NEW_STATUS.name, catalogue.CALLOUT_EXTENSION.name, *catalogue.INSTANCE.marks]
    spellings = {spell(name) for name in names for spell in (str, pascal, snake)}
    shortest_first = sorted(spellings, key=lambda name: (len(name), name))
    kept: list[str] = []
    for word in shortest_first:
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)
