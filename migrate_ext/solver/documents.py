"""Documents of the run that a Python file names, and the reads of their collections (migration.md, 3.2)."""

from __future__ import annotations

import fnmatch
from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.graph import names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from migrate_ext.core.model import Facts, Site
    from migrate_ext.languages.python import ir
    from migrate_ext.solver.flow import Flow

Entry = tuple[int, int]


def document_readers(
    facts: Sequence[Facts], flow: Flow, files: Sequence[int], projects: frozenset[str]
) -> dict[int, set[int]]:
    """By document: the Python files that read it, as numbers of the flow's programs."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(facts):
        held = (*item.sites, *(item.assumed.sites if item.assumed is not None else ()))
        if item.program is None and any(site.collection for site in held):
            by_name[item.path.rpartition("/")[2]].append(index)
    readers: dict[int, set[int]] = defaultdict(set)
    if not by_name:
        return readers
    for number, file in enumerate(files):
        program: ir.Program = facts[file].program
        home = _project(program.path, projects)
        named = {index for index in _named(program, by_name) if _project(facts[index].path, projects) == home}
        if named:
            found = {number, *_imports(flow, number)}
            for document in named:
                readers[document] |= found
    return readers


def pascal_readers(facts: Sequence[Facts], readers: dict[int, set[int]]) -> frozenset[int]:
    """The Python files that are linked with a document in PowerShell's rendering (migration.md, 2)."""
    return _readers(facts, readers, lambda _, site: site.symbol[:1].isupper())


def evident_readers(facts: Sequence[Facts], readers: dict[int, set[int]]) -> frozenset[int]:
    """The Python files that are linked with a document in which a name that others could use is Graph's.

    What they read under that name is what the document has there: its evidence is theirs (migration.md, 3.1, 3.2).
    """
    return _readers(facts, readers, lambda collection, _: not names.is_distinctive(collection))


def _readers(
    facts: Sequence[Facts], readers: dict[int, set[int]], suits: Callable[[str, Site], bool]
) -> frozenset[int]:
    """The readers of the documents in which the site of some collection suits."""
    found: set[int] = set()
    for document, numbers in readers.items():
        if any(site.collection and suits(site.collection, site) for site in facts[document].sites):
            found |= numbers
    return frozenset(found)


def adopted(
    facts: Sequence[Facts], readers: dict[int, set[int]], files: Sequence[int], sites: Sequence[Sequence[Site]]
) -> list[Facts]:
    """The facts of the run; a document without evidence has that of those who read a collection of it.

    Else the reader would change and the document that it reads would not (migration.md, 3.1, 3.2).
    """
    found = list(facts)
    for document, numbers in readers.items():
        assumed = facts[document].assumed
        if assumed is not None:
            held = {site.collection for site in assumed.sites} - {None}
            if any(site.collection in held for number in numbers for site in sites[files[number]]):
                found[document] = assumed
    return found


def document_links(
    readers: dict[int, set[int]], files: Sequence[int], sites: Sequence[Sequence[Site]]
) -> list[tuple[Entry, Entry]]:
    """Links between the sites of documents and those of the Python files that read them."""
    links: list[tuple[Entry, Entry]] = []
    for document in sorted(readers):
        links += _link(document, [files[reader] for reader in sorted(readers[document])], sites)
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
