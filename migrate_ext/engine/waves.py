"""Python files without a deprecated word that the solver needs all the same.

Values flow through them: they import from a candidate module, are imported by one, or name a candidate document.
Found by regular expressions over the bytes, each file read once. In a large project nearly every file imports every
other in the end, so only those count that lie on a short path between a candidate and a file where its values could
show: one that speaks of a field with an everyday name, or of the service.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.model import VERSIONS
from migrate_ext.engine import prefilter
from migrate_ext.graph import catalogue
from migrate_ext.graph.names import pascal, snake
from migrate_ext.graph.sdk import PACKAGES
from migrate_ext.languages import DOCUMENT, PYTHON, kind_of_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from migrate_ext.core.source import Source

_IMPORT = re.compile(
    rb"^[ \t]*(?:>>>[ \t]*)?(?:from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^()]*\)|[^\n(]*)|import[ \t]+([^\n#;]+))",
    re.MULTILINE,
)
_NAME = re.compile(rb"(\w+)(?:[ \t]+as[ \t]+\w+)?")
_TOKEN = re.compile(rb"(?<![\w.\-*?\[\]{} ])([\w.\-*?\[\]{} ]++)['\"]")
_WILD = re.compile(rb"[*?\[]")
_SENDS = re.compile(rb"\b(?:post|put|patch|request|urlopen)\(")
_MANY = 8
_HOPS = 3


class Links(NamedTuple):
    """What the bytes of one Python file say about its links."""

    imports: frozenset[str]
    """Ends of the paths that its imports may mean, with `/` for dots."""
    named: bool
    """It names one of the documents."""
    reader: bool
    """It speaks of a field with an everyday name; such a file is no `helper`."""
    helper: bool
    """It may hold a part of a URL, or call the service."""
    sender: bool
    """It may send a body."""


class Linking:
    """Reads the links of Python files, given the candidates of the run."""

    def __init__(self, kinds: Mapping[str, str], sources: Mapping[str, Source]) -> None:
        self.documents = _Documents(path for path in sources if kinds[path] == DOCUMENT)
        self._fields, self._service = _field_pattern(), _service_pattern()

    def of(self, path: str, raw: bytes) -> Links:
        """The links of a file."""
        reader = self._fields.search(raw) is not None
        return Links(
            frozenset({*_imported(path, raw), *_conftests(path)}),
            self.documents.named_in(raw),
            reader,
            not reader and self._service.search(raw) is not None,
            _SENDS.search(raw) is not None,
        )


def linked(
    files: Sequence[str],
    kinds: Mapping[str, str],
    sources: Mapping[str, Source],
    read: Callable[[str], bytes] = prefilter.read,
) -> list[str]:
    """The Python files beside the candidates (`sources`) that the solver must know, in the order of `files`."""
    modules = [path for path in files if kind_of_name(path) == PYTHON]
    modules += [path for path in sources if kinds[path] == PYTHON and kind_of_name(path) != PYTHON]
    if not modules:
        return []
    linking = Linking(kinds, sources)
    graph = _Graph(modules)
    here = os.getcwd() + "/"
    start = {path for path in sources if kinds[path] == PYTHON and not generated(here + path)}
    if not start and not linking.documents.any:
        return []
    readers, helpers, senders = set(), set(), set()
    for path in modules:
        raw = None if generated(here + path) else _content(path, sources, read)
        if raw is None:
            continue
        links = linking.of(path, raw)
        graph.add(path, links.imports)
        if links.named:
            start.add(path)
        if links.reader:
            readers.add(path)
        if links.helper:
            helpers.add(path)
        if links.sender:
            senders.add(path)
    wanted = _wanted(graph, start, readers, helpers, senders)
    return [path for path in modules if path in wanted and path not in sources]


def _wanted(
    graph: _Graph,
    start: set[str],
    readers: set[str],
    helpers: set[str],
    senders: set[str],
) -> set[str]:
    wanted = start | _between(start, graph.importers, readers)
    for path in start:
        wanted |= graph.imports[path]
        for importer in graph.importers[path]:
            # an importer may bring the candidate's value to a third module, or send that one's body to its address
            third = graph.imports[importer] if importer in senders else graph.imports[importer] & readers - start
            if third:
                wanted |= {importer} | third
    return wanted | _between(wanted, graph.imports, readers | helpers)


def _between(start: set[str], edges: Mapping[str, set[str]], ends: set[str]) -> set[str]:
    """The files on a path of few edges from one of `start` to one of `ends`."""
    levels = [start]
    seen = set(start)
    for _ in range(_HOPS):
        following = {target for path in levels[-1] for target in edges.get(path, ())} - seen
        seen |= following
        levels.append(following)
    kept = levels.pop() & ends
    found = set(kept)
    for level in reversed(levels):
        kept = {path for path in level if path in ends or not kept.isdisjoint(edges.get(path, ()))}
        found |= kept
    return found


@cache
def _generated_pattern() -> re.Pattern[str]:
    return re.compile("(?:^|/)(?:" + "|".join(map(re.escape, PACKAGES)) + ")/generated/")


def generated(path: str) -> bool:
    """Whether a file, by its absolute path, is the SDK's own: what flows there is declared in the catalogue."""
    return _generated_pattern().search(path) is not None


@cache
def _field_pattern() -> re.Pattern[bytes]:
    """Finds fields and values with everyday names, which only what they stand on makes deprecated."""
    names = {prop.name for row in (catalogue.INSTANCE, catalogue.EXTENSION) for prop in row.properties if prop.rule}
    names |= {prop.name for prop in catalogue.INSTANCE.properties if prop.type == catalogue.STATUS.name}
    names |= {member.name for member in catalogue.STATUS.members if member.rule}
    spellings = {spell(name) for name in names for spell in (str, snake, pascal)}
    return re.compile(rb"(?<![A-Za-z])(?:" + "|".join(sorted(spellings)).encode() + rb")(?![A-Za-z_])")


@cache
def _service_pattern() -> re.Pattern[bytes]:
    """Finds what a helper of a candidate may hold: parts of URLs, evidence, the call of an HTTP client."""
    words = (*catalogue.EVIDENCE_PREFIXES, catalogue.NAMESPACE, *VERSIONS, "graph.microsoft.")
    return re.compile("|".join(map(re.escape, words)).encode() + rb"|\.json\(|\.request\(|urlopen")


def _content(path: str, sources: Mapping[str, Source], read: Callable[[str], bytes]) -> bytes | None:
    source = sources.get(path)
    if source is not None:
        return source.text.encode("utf-8", "replace")
    try:
        return read(path)
    except OSError:
        return None


class _Graph:
    """Who imports whom among the files of the run, by the ends of their paths."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._by_end: dict[str, list[str]] = defaultdict(list)
        self._known = set(modules)
        self.imports: dict[str, set[str]] = defaultdict(set)
        self.importers: dict[str, set[str]] = defaultdict(set)
        for path in modules:
            parts = path[: path.rfind(".")].split("/")
            if parts[-1] == "__init__":
                parts.pop()
            for size in range(1, len(parts) + 1):
                self._by_end["/".join(parts[-size:])].append(path)

    def add(self, path: str, imports: Iterable[str]) -> None:
        """Take in the imports of one file."""
        for module in imports:
            for target in self._resolve(path, module):
                if target != path:
                    self.imports[path].add(target)
                    self.importers[target].add(path)

    def _resolve(self, importer: str, module: str) -> Iterable[str]:
        found = self._by_end.get(module, ())
        if len(found) <= _MANY:
            return found
        near = importer[: importer.rfind("/") + 1]  # a name that many share: the one beside the importer
        return [path for path in (near + module + ".py", near + module + "/__init__.py") if path in self._known]


def _conftests(path: str) -> Iterator[str]:
    """A folder's tests get their fixtures from its `conftest.py` and those above it."""
    folder, _, name = path.rpartition("/")
    if name.startswith("test_") or name.endswith("_test.py") or name == "conftest.py":
        while folder:
            yield folder + "/conftest"
            folder = folder.rpartition("/")[0]
        yield "conftest"


def _imported(path: str, raw: bytes) -> Iterator[str]:
    """Ends of the paths that a file's imports may mean, with `/` for dots."""
    package = path.split("/")[:-1]
    for match in _IMPORT.finditer(raw):
        origin, names, plain = (part.decode("ascii", "replace") if part else "" for part in match.groups())
        if plain:
            for name in plain.split(","):
                yield name.split()[0].replace(".", "/") if name.split() else ""
            continue
        bare = origin.lstrip(".")
        dots = len(origin) - len(bare)
        above = package[: len(package) - dots + 1] if dots else []
        module = "/".join([*above, *(bare.split(".") if bare else ())])
        if module:
            yield module
        for name in _NAME.findall(names.encode()):
            yield f"{module}/{name.decode()}" if module else name.decode()


class _Documents:
    """Finds the Python files that name one of some documents (migration.md, 3.2)."""

    def __init__(self, paths: Iterable[str]) -> None:
        names = [path.rpartition("/")[2] for path in paths]
        self._names = {name.encode("utf-8", "surrogateescape") for name in names}
        self._stems = {name.rpartition(".")[0].encode("utf-8", "surrogateescape") for name in names}
        self._plain = names
        self.any = bool(names)
        self._patterns: dict[bytes, bool] = {}

    def named_in(self, raw: bytes) -> bool:
        """Whether a string of the file ends with a document's name, is its stem, or is a pattern that matches."""
        if not self.any:
            return False
        return any(
            token in self._names or token in self._stems or (_WILD.search(token) and self._matches(token))
            for token in set(_TOKEN.findall(raw))
        )

    def _matches(self, token: bytes) -> bool:
        known = self._patterns.get(token)
        if known is None:
            pattern = token.decode("utf-8", "replace")
            literal = pattern.strip("*?[]{}. ")
            known = bool(literal) and any(fnmatch.fnmatchcase(name, pattern) for name in self._plain)
            self._patterns[token] = known
        return known
