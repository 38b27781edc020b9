"""The rules in words: the list of all, and the page of one."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from migrate_ext.graph.catalogue import RULES

if TYPE_CHECKING:
    from migrate_ext.graph.catalogue import Rule

_WIDTH = 100


def overview() -> str:
    """All rules, one a line."""
    width = max(len(rule.name) for rule in RULES.values())
    rows = [f"{rule.code}  {rule.name:<{width}}  {rule.title}" for rule in RULES.values()]
    return "\n".join([*rows, "", "migrate-ext rules CODE explains one of them.", ""])


def page(code: str) -> str:
    """What a rule means, why it is there, an example, and what to do by hand."""
    rule = RULES[code]
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        _wrap(rule.title + "."),
        "Why\n" + _wrap(rule.why, "  "),
        *_example(rule),
        "By hand\n" + _wrap(rule.todo, "  "),
        f"See {rule.url}",
    ]
    return "\n\n".join(parts) + "\n"


def markdown(rule: Rule) -> str:
    """The same page for viewers that show Markdown, without its title."""
    fence = "```"
    before = f"{fence}{rule.language}\n{rule.before.rstrip()}\n{fence}"
    after = f"{fence}{rule.language}\n{rule.after.rstrip()}\n{fence}"
    example = (
        f"**Example** (no fix changes it)\n\n{before}"
        if rule.before == rule.after
        else f"**Before**\n\n{before}\n\n**After `migrate-ext fix --unsafe`**\n\n{after}"
    )
    return f"{rule.why}\n\n{example}\n\n**By hand:** {rule.todo}\n\n[Microsoft's reference]({rule.url})\n"


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _example(rule: Rule) -> list[str]:
    before = textwrap.indent(rule.before.rstrip("\n"), "  ")
    if rule.before == rule.after:
        return [f"Example ({rule.language})\n{before}", "No fix changes it."]
    after = textwrap.indent(rule.after.rstrip("\n"), "  ")
    return [f"Before ({rule.language})\n{before}", f"After `migrate-ext fix --unsafe`\n{after}"]
