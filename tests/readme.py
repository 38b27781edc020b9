"""Renders what the documentation shows of the tool: the output of its commands, the table and the page of its rules.

`python -m tests.readme` writes README.md, docs/rules.md and the tables of docs/reliability.md anew; tests compare.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import tempfile
from pathlib import Path

from migrate_ext.graph.catalogue import RULES, Rule
from tests import faults
from tests.door import run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RULES_PAGE = ROOT / "docs" / "rules.md"
GAP = "[…]"
"""Stands for lines that are left out; what is shown before and after it keeps its number of lines."""

_CONSOLE = re.compile(r"(?<=^```console\n)\$ migrate-ext (.*)\n((?:(?!```).*\n)*)(?=```$)", re.MULTILINE)
_TABLE = re.compile(r"(?<=<!-- rules -->\n).*(?=<!-- end of rules -->)", re.DOTALL)


def commands(text: str) -> list[str]:
    """The commands that are shown with their output."""
    return [match[1] for match in _CONSOLE.finditer(text)]


def rendered(text: str) -> str:
    """The text with the real outputs, of commands typed one after the other beside `fixtures/`, and the real table."""
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        shutil.copytree(ROOT / "fixtures", "fixtures")
        text = _CONSOLE.sub(_block, text)
    return _TABLE.sub(lambda _: f"\n{table()}\n", text)


def _block(match: re.Match[str]) -> str:
    real = run(*shlex.split(match[1])).text.rstrip("\n").split("\n")
    shown = match[2].rstrip("\n").split("\n")
    if GAP in shown:
        gap = shown.index(GAP)
        real = [*real[:gap], GAP, *real[len(real) - (len(shown) - gap - 1) :]]
    return "\n".join([f"$ migrate-ext {match[1]}", *real, ""])


def table() -> str:
    """The rules as a table, each with the link to its reference page."""
    rows = [f"| [{rule.code}]({rule.url}) | {rule.severity} | {rule.title} |" for rule in RULES.values()]
    return "\n".join(["| rule | severity | what it finds |", "| --- | --- | --- |", *rows, ""])


def rules_page() -> str:
    """A section for each rule: why, what a fix makes of an example, and what is to be done by hand."""
    head = "# Rules\n\nMade from the catalogue by `python -m tests.readme`; `migrate-ext rules CODE` says the same.\n"
    return "\n".join([head, *map(_section, RULES.values())])


def _section(rule: Rule) -> str:
    example = [f"```{rule.language}\n{rule.before.rstrip()}\n```"]
    if rule.before == rule.after:
        example.append("No fix changes it.")
    else:
        example.append(f"After `migrate-ext fix --unsafe`:\n\n```{rule.language}\n{rule.after.rstrip()}\n```")
    parts = [
        f"## {rule.code} {rule.name}",
        f"{rule.title}. Severity: {rule.severity}.",
        f"**Why.** {rule.why}",
        *example,
        f"**By hand.** {rule.todo}",
        f"[Reference]({rule.url})\n",
    ]
    return "\n\n".join(parts)


if __name__ == "__main__":
    RULES_PAGE.write_text(rules_page(), encoding="utf-8")
    faults.PAGE.write_text(faults.rendered(faults.PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    README.write_text(rendered(README.read_text(encoding="utf-8")), encoding="utf-8")
