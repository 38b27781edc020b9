"""The pure function that all facts and the policy go into."""

from __future__ import annotations

import bisect
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_ext.solver.documents import adopted, document_links, document_readers, evident_readers, pascal_readers
from migrate_ext.solver.groups import Union, decide
from migrate_ext.solver.values import file_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from migrate_ext.core.model import Facts, Policy, Site, Solution
    from migrate_ext.solver.flow import Flow


def solve(facts: Sequence[Facts], policy: Policy) -> Solution:
    """Decide about every site of a run; the order of the files does not matter."""
    ordered = sorted(facts, key=lambda item: item.path)
    programs = [(index, item) for index, item in enumerate(ordered) if item.program is not None]
    sites: list[list[Site]] = [list(item.sites) for item in ordered]
    links: list[list[tuple[int, int]]] = [list(item.links) for item in ordered]
    across: list[tuple[tuple[int, int], tuple[int, int]]] = []
    if programs:
        from migrate_ext.languages.python.syntax import deep_recursion
        from migrate_ext.solver.flow import Flow, interpret

        files = [index for index, _ in programs]
        modules = [item.program for _, item in programs]
        readers = document_readers(ordered, Flow(modules, policy), files, policy.projects)
        evident = evident_readers(ordered, readers)
        modules = [
            replace(module, evidence=True) if number in evident else module for number, module in enumerate(modules)
        ]
        with deep_recursion():
            flow = interpret(modules, policy, pascal_readers(ordered, readers))
        across = _python_sites(flow, files, sites)
        ordered = adopted(ordered, readers, files, sites)
        for document in readers:
            sites[document], links[document] = list(ordered[document].sites), list(ordered[document].links)
        across += document_links(readers, files, sites)
    bases = _bases(sites)
    flat = [(bases[file] + first, bases[file] + second) for file, pairs in enumerate(links) for first, second in pairs]
    flat += [(bases[one[0]] + one[1], bases[other[0]] + other[1]) for one, other in across]
    return decide(list(zip(ordered, sites, strict=True)), flat, policy)


def _bases(sites: Sequence[Sequence[Site]]) -> list[int]:
    bases = []
    total = 0
    for held in sites:
        bases.append(total)
        total += len(held)
    return bases


def _python_sites(
    flow: Flow, files: Sequence[int], sites: list[list[Site]]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Add what the interpreter found to the sites of the files; gives the links between them."""
    index_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
    starts: dict[int, list[int]] = defaultdict(list)
    for (file, start, _), site in sorted(flow.sites.found.items()):
        held = sites[files[file]]
        index_of[place_of(file, start)].append((files[file], len(held)))
        starts[file].append(start)
        notebook = flow.programs[file].notebook
        held.append(notebook.lift(site) if notebook is not None else site)
    resolver = _Places(flow, index_of, starts)
    links: list[tuple[tuple[int, int], tuple[int, int]]] = []
    anchors: dict[int, tuple[int, int]] = {}
    union = Union()
    for first, second in flow.sites.unions:
        union.join(first, second)
    for place in list(union.parent):
        found = resolver.sites(place)
        root = union.find(place)
        for entry in found:
            if root in anchors:
                links.append((anchors[root], entry))
            else:
                anchors[root] = entry
    for entries in index_of.values():
        links += [(entries[0], other) for other in entries[1:]]
    links += _queries(flow, files, sites, resolver)
    return links


class _Places:
    """Finds the sites that a place stands for: the one that begins there, or those inside the literal or display."""

    def __init__(self, flow: Flow, index_of: dict[int, list[tuple[int, int]]], starts: dict[int, list[int]]) -> None:
        self.flow = flow
        self.index_of = index_of
        self.starts = starts

    def sites(self, place: int) -> list[tuple[int, int]]:
        """The sites (file, index) of a place."""
        if place < 0:
            return []
        found = list(self.index_of.get(place, ()))
        string = self.flow.literals.get(place)
        node = self.flow.displayed.get(place)
        if string is not None:
            found += self._between(file_of(place), string.start, string.end)
        elif node is not None:
            found += self._between(file_of(place), node.start, node.end)
        return found

    def _between(self, file: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        starts = self.starts[file]
        at = bisect.bisect_left(starts, start)
        while at < len(starts) and starts[at] < end:
            yield from self.index_of[place_of(file, starts[at])]
            at += 1


def _queries(
    flow: Flow,
    files: Sequence[int],
    sites: list[list[Site]],
    resolver: _Places,
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """A query and the reads of the collection that it asks for: in its file, and where the answer flows to."""
    read = {entry for place in flow.reads for entry in resolver.sites(place)}
    for file in files:
        by_collection: dict[str, tuple[list[int], list[int]]] = {}
        for index, site in enumerate(sites[file]):
            if site.collection is not None and (site.query or (file, index) in read):
                queries, reads = by_collection.setdefault(site.collection, ([], []))
                (queries if site.query else reads).append(index)
        for queries, reads in by_collection.values():
            if queries and reads:
                yield from (((file, queries[0]), (file, other)) for other in (*queries[1:], *reads))
    for place, ask, collection in flow.sites.asked:
        reads_ = resolver.sites(place)
        for entry in resolver.sites(ask):
            site = sites[entry[0]][entry[1]]
            if site.collection == collection:
                yield from ((entry, one) for one in reads_ if sites[one[0]][one[1]].collection == collection)
