"""What the interpreter of Python programs knows: cells of values that grow to a fixpoint, and who reads them."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from migrate_ext.graph import catalogue
from migrate_ext.solver.hooks import Hooks
from migrate_ext.solver.sites import Sites
from migrate_ext.solver.values import (
    UNKNOWN,
    Answer,
    Graph,
    Instance,
    Many,
    Map,
    Model,
    Page,
    Ref,
    Seq,
    Status,
    Text,
    Tup,
    Value,
    Values,
    file_of,
    offset_of,
    place_of,
)

if TYPE_CHECKING:
    from migrate_ext.core.model import Policy
    from migrate_ext.languages.python import ir
    from migrate_ext.solver.env import Changes, Env
    from migrate_ext.solver.sites import SiteKey

MAX_VALUES = 24
"""A variable that may hold more than this many different values is followed no further."""
MAX_RUNS = 40
"""How often one function is looked at again before its values are taken as they are."""

Key = tuple[Hashable, ...]


@dataclass(slots=True, eq=False)
class FunctionInfo:
    """A function of the run."""

    index: int
    file: int
    node: ir.Function
    parent: FunctionInfo | None
    cls: int | None
    decorators: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class ClassInfo:
    """A class of the run."""

    index: int
    file: int
    node: ir.Class
    parent: FunctionInfo | None
    bases: list[Values] = field(default_factory=list)
    methods: dict[str, FunctionInfo] = field(default_factory=dict)
    fields: dict[str, ir.Annotated] = field(default_factory=dict)
    annotations: dict[str, ir.Expr] = field(default_factory=dict)
    """Of fields, and of attributes that a method declares."""
    decorators: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Frame:
    """One execution of a module, class body or function."""

    file: int
    function: FunctionInfo | None
    cls: ClassInfo | None
    env: Env
    call: int = 0
    """0 when the body is looked at for itself, else the number of the call in which it is evaluated."""
    depth: int = 0
    returned: set[Value] = field(default_factory=set)
    yielded: set[Value] = field(default_factory=set)
    loops: list[tuple[int, list[Changes]]] = field(default_factory=list)
    """Of each loop around: the mark at which its body began, and what its jumps had changed since."""
    types: dict[str, Values] = field(default_factory=dict)
    """Values of type variables."""


@dataclass(frozen=True, slots=True)
class Target:
    """A property of objects that is written to."""

    base: Values
    name: str
    owner: ir.Expr | None = None
    """The expression whose values the objects are."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is executed for itself: a module (function None) or a function."""

    file: int
    function: int | None


class State(Hooks):
    """Cells, units and tables; the mixins that build on it say what constructs mean."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        self.programs = programs
        self.policy = policy
        self.cells: dict[Key, Values] = {}
        self.readers: dict[Key, set[Unit]] = defaultdict(set)
        self.queue: deque[Unit] = deque()
        self.queued: set[Unit] = set()
        self.runs: dict[Unit, int] = defaultdict(int)
        self.current: Unit = Unit(0, None)
        self.functions: list[FunctionInfo] = []
        self.classes: list[ClassInfo] = []
        self.function_of: dict[int, FunctionInfo] = {}
        self.class_of: dict[int, ClassInfo] = {}
        self.sites = Sites()
        self.reporting = False
        self.stack: list[FunctionInfo] = []
        self.conflicts: set[tuple[int, int, str]] = set()
        """Parameters (file, start of the function, name) on which the calls of the run disagree."""
        self.literals: dict[int, ir.String] = {}
        """The string literals by place."""
        self.literal_starts: dict[int, int] = {}
        """Where each literal begins, by the id of its text."""
        self.handled: set[int] = set()
        """Places of literals that a construct has explained."""
        self.denied: set[int] = set()
        """Places of literals that are names of something else."""
        self.reads: set[int] = set()
        """Places of the reads of collections."""
        self.query_literals: set[int] = set()
        """Places of literals that a query asks for."""
        self.pascal: frozenset[int] = frozenset()
        """Files in which PascalCase keys are Graph's too."""
        self.versions: dict[int, set[int]] = defaultdict(set)
        """By place of a literal or read: the versions of the API that the addresses show with which it is sent."""
        self.blocked: list[tuple[int, str, str]] = []
        """Sites (place, code) whose group cannot be applied, and the reason."""
        self.constructions: dict[int, bool] = {}
        """By place of a constructor of a type with variants: whether it stands in a free list or dict."""
        self.alias_uses: Counter[tuple[int, str]] = Counter()
        self.lineages: dict[int, list[ClassInfo]] = {}
        """What `lineage` gave, until a class gets another base."""
        self.starred: set[int] = {
            file for file, program in enumerate(programs) if any(item.star for item in program.imports)
        }
        self.modules_by_name = _modules(programs)
        self._evidence: dict[int, bool] = {}

    # cells

    def read(self, key: Key) -> Values:
        """The values of a cell; the current unit is looked at again when they grow."""
        self.readers[key].add(self.current)
        return self.cells.get(key, UNKNOWN)

    def add(self, key: Key, values: Iterable[Value]) -> None:
        """Let a cell hold these values too."""
        old = self.cells.get(key, UNKNOWN)
        new = old.union(values)
        if len(new) == len(old) or len(new) > MAX_VALUES:
            return
        self.cells[key] = new
        if not self.reporting:
            for unit in self.readers[key]:
                self.enqueue(unit)

    def enqueue(self, unit: Unit) -> None:
        """Have a unit looked at (again)."""
        if unit not in self.queued and self.runs[unit] < MAX_RUNS:
            self.queued.add(unit)
            self.queue.append(unit)

    # files

    def evidence(self, file: int) -> bool:
        """Whether a module, or one that it imports, names entitlement management (migration.md, 3.1)."""
        found = self._evidence.get(file)
        if found is None:
            found = self.programs[file].evidence or any(
                self.programs[other].evidence for other in self.imported_by(file)
            )
            self._evidence[file] = found
        return found

    def imported_by(self, file: int) -> set[int]:
        """The modules of the run that a module imports."""
        found: set[int] = set()
        for statement in self.programs[file].imports:
            names = [alias.name for alias in statement.aliases]
            if statement.module is None:
                dotted = names
            else:
                module = self.absolute(statement, file)
                dotted = [module, *(f"{module}.{name}" for name in names)]
            for name in dotted:
                # where none is above the importer, its path may be set up to find another
                elsewhere = (other for other, _ in self.modules_by_name.get(name, ()))
                found.update(self.modules_meant(name, statement.level, file) or elsewhere)
        return found - {file}

    def absolute(self, node: ir.Import, importer: int) -> str:
        """The dotted name of a `from` import's module; a relative one begins at the file's folder."""
        if not node.level:
            return node.module or ""
        folder = self.programs[importer].path.split("/")[:-1]
        folder = folder[: len(folder) - (node.level - 1)]
        return ".".join([*folder, *(node.module.split(".") if node.module else [])])

    def modules_meant(self, dotted: str, level: int, importer: int) -> list[int]:
        """The files of the module that a dotted name means to an importer: a module may have a stub beside it.

        It is the one that is nearest to the importer; a package comes before a module of its name.
        """
        known = self.modules_by_name.get(dotted)
        if known is None:
            return []
        path = self.programs[importer].path.split("/")[:-1]
        found: dict[int, list[int]] = defaultdict(list)
        for file, root in known:
            above = root[:-1] if root[-1:] == ["src"] else root
            if not (level and root) and above == path[: len(above)]:
                found[len(above)].append(file)
        nearest = found[max(found)] if found else []
        packages = [file for file in nearest if self.programs[file].path.rpartition("/")[2].startswith("__init__.")]
        return packages or nearest

    def conftests(self, file: int) -> list[int]:
        """The conftest modules that a test module sees, the nearest first."""
        folder = self.programs[file].path.rpartition("/")[0]
        found = []
        for other, program in enumerate(self.programs):
            where, _, name = program.path.rpartition("/")
            if name == "conftest.py" and (folder == where or folder.startswith(where + "/") or not where):
                found.append(other)
        return sorted(found, key=lambda other: -len(self.programs[other].path))

    # places

    def place(self, frame: Frame, offset: int) -> int:
        """The place of an offset in the frame's file."""
        return place_of(frame.file, offset)

    def seen(self, place: int) -> bool:
        """Whether a use at this place is to be recorded now.

        Not inside a function that is only evaluated for a call, since its body is looked at for itself too.
        """
        if not self.reporting:
            return False
        file, offset = file_of(place), offset_of(place)
        return not any(info.file == file and info.node.start <= offset < info.node.end for info in self.stack)

    def sites_by_place(self) -> dict[int, list[SiteKey]]:
        """The keys of the sites by place; the place of a literal is also that of what it is as a whole."""
        found: dict[int, list[SiteKey]] = defaultdict(list)
        for key in self.sites.found:
            found[place_of(key[0], key[1])].append(key)
        for place, string in self.literals.items():
            inner = place_of(file_of(place), string.text.at(0))
            if place != inner and inner in found:
                found[place] = [*found[place], *found[inner]]
        return found

    # parts of values

    def elements(self, values: Values) -> Values:
        """What iterating over the values gives."""
        found: set[Value] = set()
        for value in values:
            match value:
                case Many(type, sdk, places, asks):
                    found.add(Graph(type, sdk, places, asks))
                case Ref(kind="dict"):
                    found |= self.read(("keys", value))
                case Ref():
                    found |= self.read(("elements", value))
                case Seq(elements) | Map(keys=elements):
                    found |= elements
                case Tup(items):
                    found.update(*items)
                case Graph(None, False, places, asks):
                    found.add(value)
                case Model(kind="enum"):
                    found |= statuses_of(value)
                case Instance():
                    found |= self.contents(value)
                case _:
                    pass
        return frozenset(found)

    def typed(self, values: Values) -> Iterable[Graph]:
        """The Graph objects among the values: also the dicts that are known to be one."""
        for value in values:
            if isinstance(value, Graph):
                yield value
            elif isinstance(value, Ref) and value.kind == "dict":
                for kind in self.read(("type", value)):
                    if isinstance(kind, Graph):
                        yield kind

    def leaves(self, values: Values, depth: int = 4) -> Iterable[Graph]:
        """All Graph objects that the values hold, themselves or as elements."""
        for value in values:
            match value:
                case Graph():
                    yield value
                case Many(type, sdk, places, asks) | Page(type, sdk, places, asks):
                    yield Graph(type, sdk, places, asks)
                case Answer(type, _, places, asks):
                    yield Graph(type, sdk=False, places=places, asks=asks)
                case Ref() if depth:
                    yield from self.typed(frozenset((value,)))
                    if value.kind != "dict":
                        yield from self.leaves(self.elements(frozenset((value,))), depth - 1)
                case Seq(inner) | Map(inner) if depth:
                    yield from self.leaves(inner, depth - 1)
                case Tup(items) if depth:
                    for item in items:
                        yield from self.leaves(item, depth - 1)
                case Instance(types=types) if depth:
                    for _, held in types:
                        yield from self.leaves(held, depth - 1)
                case _:
                    pass

    def texts(self, values: Values) -> list[Text]:
        """The known strings among the values."""
        return [value for value in values if isinstance(value, Text)]


def _modules(programs: list[ir.Program]) -> dict[str, list[tuple[int, list[str]]]]:
    """By dotted name: the modules that it may mean, each with the folders above its top package."""
    found: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for file, program in enumerate(programs):
        parts = program.path.removesuffix(".pyi").removesuffix(".py").split("/")
        if parts[-1] == "__init__":
            parts.pop()
        for index in range(len(parts)):
            found[".".join(parts[index:])].append((file, parts[:index]))
    return found


def statuses_of(model: Model) -> Values:
    """What an enumeration of the SDK holds, where it is one of statuses."""
    if model.type not in {catalogue.STATUS.name, catalogue.NEW_STATUS.name}:
        return UNKNOWN
    return frozenset((Status(model.type == catalogue.NEW_STATUS.name, "value", model.places),))
