"""Documents of the run that a Python file names, and the reads of their collections (migration.md, 3.2)."""

from __future__ import annotations

import fnmatch
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate_ext.core.model import Facts, Site

if TYPE_CHECKING:
    from migrate_ext.languages.python import ir
    from migrate_ext.solver.flow import Flow

Entry = tuple[int, int]


def document_links(
    facts: Sequence[Facts], sites: Sequence[Sequence[Site]], flow: Flow, files: Sequence[int], projects: frozenset[str]
) -> list[tuple[Entry, Entry]]:
    """Links between the sites of documents and those of the Python files that read them."""
    documents = [
        index for index, item in enumerate(facts) if item.program is None and any(site.collection for site in sites[index])
    ]
    links: list[tuple[Entry, Entry]] = []
    if not documents:
        return links
    by_name: dict[str, list[int]] = defaultdict(list)
    for index in documents:
        by_name[facts[index].path.rpartition("/")[2]].append(index)
    for number, file in enumerate(files):
        program: ir.Program = facts[file].program
        home = _project(program.path, projects)
        named = {index for index in _named(program, by_name) if _project(facts[index].path, projects) == home}
        if not named:
            continue
        readers = {number, *_imports(flow, number)}
        for document in sorted(named):
            links += _link(document, [files[reader] for reader in readers], sites)
    return links


def _project(path: str, projects: frozenset[str]) -> str:
    """The nearest folder above a file that is a project."""
    folder = path.rpartition("/")[0]
    while folder and folder not in projects:
        folder = folder.rpartition("/")[0]
    return folder


def _named(program: ir.Program, by_name: dict[str, list[int]]) -> set[int]:
    """The documents that a module names: by file name, by a pattern, or by stem where it builds names."""
    found: set[int] = set()
    suffixes = {word for word in program.words if word.startswith(".") and word.count(".") == 1}
    for word in program.words:
        last = word.replace("\\", "/").rpartition("/")[2]
        if last in by_name:
            found.update(by_name[last])
        elif any(char in last for char in "*?[") and last.strip("*.?") and "." in last:
            for name, indices in by_name.items():
                if fnmatch.fnmatchcase(name, last):
                    found.update(indices)
    for suffix in suffixes:
        for name, indices in by_name.items():
            if name.endswith(suffix) and name.removesuffix(suffix) in program.words:
                found.update(indices)
    return found


def _imports(flow: Flow, number: int) -> set[int]:
    """The modules of the run that a module imports; a test also sees its conftest."""
    found = flow.imported_by(number)
    name = flow.programs[number].path.rpartition("/")[2]
    if name.startswith("test") or name.endswith("_test.py"):
        for conftest in flow.conftests(number):
            found |= {conftest} | flow.imported_by(conftest)
    return found


def _link(document: int, readers: Sequence[int], sites: Sequence[Sequence[Site]]) -> list[tuple[Entry, Entry]]:
    links: list[tuple[Entry, Entry]] = []
    first: dict[str, int] = {}
    for index, site in enumerate(sites[document]):
        if site.collection is not None:
            if site.collection in first:
                links.append(((document, first[site.collection]), (document, index)))
            first.setdefault(site.collection, index)
    for reader in readers:
        for index, site in enumerate(sites[reader]):
            if site.collection in first:
                links.append(((document, first[site.collection or ""]), (reader, index)))
    return links
