"""Imports: modules of the run, the SDK's names, and everything else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migrate_ext.core.model import Draft, Policy
from migrate_ext.graph import catalogue, names, sdk
from migrate_ext.languages.python import ir
from migrate_ext.solver.sites import member
from migrate_ext.solver.statuses import Statuses
from migrate_ext.solver.values import (
    UNKNOWN,
    External,
    Model,
    Module,
    Values,
    one,
    place_of,
    shown_by,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.solver.state import Frame

_KINDS = {
    sdk.Kind.MODEL: "model",
    sdk.Kind.ENUM: "enum",
    sdk.Kind.RESPONSE: "page",
    sdk.Kind.BUILDER: "builder",
    sdk.Kind.ITEM_BUILDER: "item builder",
}
_BY_CLASS = {names.pascal(row.name): row for row in catalogue.TYPES.values()}


@dataclass(slots=True)
class Imported:
    """A deprecated class that one import statement names."""

    file: int
    statement: ir.Import
    alias: ir.Alias
    name: sdk.SdkName
    modules: tuple[Draft, ...]
    """Edits of the module's path."""
    start: int
    """Offset of the word that is reported."""
    word: str
    own: bool = True
    """Whether the imported name itself is replaced."""
    from_run: bool = False
    """Whether it comes from a module of the run, which holds the new names too."""

    @property
    def place(self) -> int:
        """Place of the word that is reported."""
        return place_of(self.file, self.start)


@dataclass(slots=True)
class Use:
    """A use of a class whose replacement depends on how it is used."""

    file: int
    start: int
    word: str
    constructed: bool


class Modules(Statuses):
    """Imports."""

    def __init__(self, programs: list[ir.Program], policy: Policy) -> None:
        super().__init__(programs, policy)
        self.imports: list[Imported] = []
        self.uses: dict[int, Use] = {}
        self.qualified: dict[int, int] = {}
        """By place of a module's name: the place of the class that is named after it."""
        self.import_places: dict[tuple[int, str], int] = {}
        """By file and bound name, or dotted path that is imported as a whole: the offset of the import."""
        self.sdk_versions: dict[int, int] = {}
        """By file: the version of the API that the SDK is for that it imports first."""
        self.sources: dict[int, frozenset[int]] = {}
        """By place of an import from a module of the run: the places of the imports there that bring the name."""
        self.kept: set[int] = set()
        """Places of imports that bring the old name beside new ones."""
        self.handed_on: set[int] = set()
        """Places of imports that other modules of the run import from there."""

    def _import(self, node: ir.Import, frame: Frame) -> bool:
        if node.module is None:
            for alias in node.aliases:
                self._import_module(node, alias, frame)
            return True
        dotted = self.absolute(node, frame.file)
        file = self.find_module(dotted, node.level, frame.file)
        if node.star:
            self._import_star(node, dotted, file, frame)
        for alias in node.aliases:
            self.bind(alias.bound, self._imported(node, alias, dotted, file, frame), frame)
        return True

    # finding modules

    def find_module(self, dotted: str, level: int, importer: int) -> int | None:
        """The module of the run that a dotted name means to an importer."""
        return next(iter(self.modules_meant(dotted, level, importer)), None)

    # import a.b

    def _import_module(self, node: ir.Import, alias: ir.Alias, frame: Frame) -> None:
        edits = self._path_edits(alias.segments) if self._is_sdk(alias.name) else ()
        if edits and self.reporting:
            start = edits[-1].start
            word = next(word for word, at in alias.segments if at == start)
            name = sdk.module_name(word)
            if name is not None and name.new is None:
                self.imports.append(Imported(frame.file, node, alias, name, edits, start, word, own=False))
            elif name is not None:
                self.add_sdk_site(name, start, edits, frame, sdk.version_of_package(alias.name))
        file = self.find_module(alias.name, 0, frame.file)
        if alias.aliased:
            value = one(Module(file)) if file is not None else one(External(alias.name))
            self.bind(alias.bound, value, frame)
            self.import_places.setdefault((frame.file, alias.bound), edits[-1][0] if edits else alias.start)
            return
        if edits:
            self.import_places.setdefault((frame.file, alias.name), edits[-1].start)
        first = alias.name.partition(".")[0]
        top = self.find_module(first, 0, frame.file)
        self.bind(alias.bound, one(Module(top)) if top is not None else one(External(first)), frame)

    def _path_edits(self, segments: Iterable[tuple[str, int]]) -> tuple[Draft, ...]:
        found = []
        for word, start in segments:
            name = sdk.module_name(word)
            if name is not None:
                new = name.new if name.new is not None else names.snake(self.base_of(name.graph))
                found.append(Draft(start, start + len(word), new))
        return tuple(found)

    @staticmethod
    def base_of(graph_name: str) -> str:
        """The common base of the types that replace a type."""
        variants = catalogue.TYPES[graph_name].variants
        return variants.base if variants is not None else graph_name

    def _is_sdk(self, dotted: str) -> bool:
        first = dotted.partition(".")[0]
        return first in sdk.PACKAGES or any(
            dotted == module or dotted.startswith(module + ".") for module in self.policy.sdk_modules
        )

    def sdk_version(self, frame: Frame) -> int | None:
        """The version of the API that a module's SDK is for."""
        return self.sdk_versions.get(frame.file)

    # from a.b import c

    def _import_star(self, node: ir.Import, dotted: str, file: int | None, frame: Frame) -> None:
        if file is not None:
            for bound in self.programs[file].locals:
                values = self.read(("global", file, bound))
                if values and not bound.startswith("_"):
                    self.bind(bound, values, frame)
            return
        if not self._is_sdk(dotted):
            return
        edits = self._path_edits(node.segments)
        for word, start in node.segments[-1:]:
            name = sdk.module_name(word)
            if name is None:
                continue
            if self.reporting:
                self.add_sdk_site(name, start, edits, frame, sdk.version_of_package(dotted))
            cls = "".join(part.capitalize() for part in word.split("_"))
            found = sdk.class_name(cls)
            if found is not None:
                place = self.place(frame, start)
                model = Model(self._type_of(found), _KINDS[found.kind], frozenset((place,)), shown_by(dotted))
                self.bind(cls, one(model), frame)

    @staticmethod
    def _type_of(name: sdk.SdkName) -> str:
        prop = catalogue.COLLECTIONS.get(name.graph)
        return prop.type or "" if prop is not None else name.graph

    def _imported(self, node: ir.Import, alias: ir.Alias, dotted: str, file: int | None, frame: Frame) -> Values:
        place = self.place(frame, alias.start)
        if file is not None and not self._is_sdk(dotted):
            return self._from_run(node, alias, dotted, file, frame)
        if not self._is_sdk(dotted):
            module = self.find_module(f"{dotted}.{alias.name}", node.level, frame.file)
            if module is not None:
                return one(Module(module))
            return one(External(f"{dotted}.{alias.name}"))
        self.note_version(dotted, frame)
        found = sdk.class_name(alias.name)
        modules = self._path_edits(node.segments) if self.reporting else ()
        if found is not None:
            kind = self._kind(found, alias.name)
            value = Model(self._type_of(found), kind, frozenset((place,)), shown_by(dotted))
            if self.seen(place):
                self.imports.append(Imported(frame.file, node, alias, found, modules, alias.start, alias.name))
                if found.new is not None:
                    edits = self._import_edits(found, alias, modules)
                    self.add_sdk_site(found, alias.start, edits, frame, sdk.version_of_package(dotted))
            return one(value)
        module_name = sdk.module_name(alias.name)
        if module_name is not None:
            if self.reporting and module_name.new is None:
                item = Imported(frame.file, node, alias, module_name, modules, alias.start, alias.name)
                self.imports.append(item)
            elif self.reporting:
                item = Imported(frame.file, node, alias, module_name, modules, alias.start, alias.name)
                self.imports.append(item)
                edit = Draft(alias.start, alias.start + len(alias.name), module_name.new or "")
                self.add_sdk_site(module_name, alias.start, (*modules, edit), frame, sdk.version_of_package(dotted))
            self.import_places.setdefault((frame.file, alias.bound), alias.start)
            return one(External(f"{dotted}.{alias.name}"))
        if modules and self.reporting:
            start = modules[-1].start
            word = next(word for word, at in node.segments if at == start)
            name = sdk.module_name(word)
            if name is not None:
                self.add_sdk_site(name, start, modules, frame, sdk.version_of_package(dotted))
        return self.sdk_class(dotted, alias.name)

    def _kind(self, found: sdk.SdkName, word: str) -> str:
        kind = _KINDS[found.kind]
        return kind if word.endswith("RequestBuilder") or "Builder" not in word else "config"

    def _import_edits(self, found: sdk.SdkName, alias: ir.Alias, modules: tuple[Draft, ...]) -> tuple[Draft, ...]:
        if found.new is None:
            return ()
        return (*modules, Draft(alias.start, alias.start + len(alias.name), found.new))

    def note_version(self, dotted: str, frame: Frame) -> None:
        """Remember which SDK a module imports."""
        version = sdk.version_of_package(dotted)
        if version is not None:
            self.sdk_versions.setdefault(frame.file, version)

    def sdk_class(self, dotted: str, name: str) -> Values:
        """A class or module of the SDK that is not deprecated."""
        row = _BY_CLASS.get(name)
        if row is not None:
            return one(Model(row.name, "enum" if row.members else "model", asks=shown_by(dotted)))
        if name.endswith(("QueryParameters", "RequestConfiguration", "RequestBuilder")):
            return one(Model("", "config", asks=shown_by(dotted)))
        return one(External(f"{dotted}.{name}"))

    def _from_run(self, node: ir.Import, alias: ir.Alias, dotted: str, file: int, frame: Frame) -> Values:
        place = self.place(frame, alias.start)
        values = self.read(("global", file, alias.name))
        if not values or alias.name not in self.programs[file].locals:
            module = self.find_module(f"{dotted}.{alias.name}", 0, frame.file)
            if module is not None:
                return one(Module(module))
        found = sdk.class_name(alias.name)
        if found is None:
            return values
        models = [value for value in values if isinstance(value, Model)]
        if not models:
            return values
        if self.seen(place):
            item = Imported(frame.file, node, alias, found, (), alias.start, alias.name, from_run=True)
            self.imports.append(item)
            if found.new is not None:
                version = next((version_of(value.asks) for value in models), None)
                self.add_sdk_site(found, alias.start, self._import_edits(found, alias, ()), frame, version)
            for value in models:
                self.sites.union([place, *value.places])
                self.handed_on |= value.places
            self.sources[place] = frozenset().union(*(value.places for value in models))
        return frozenset(
            replace(value, places=value.places | {place}) if isinstance(value, Model) else value for value in values
        )

    # uses

    def member_of_module(self, index: int, name: str, frame: Frame) -> Values:
        """An attribute of a module of the run."""
        values = self.read(("global", index, name))
        if values:
            return values
        path = self.programs[index].path
        package = path.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
        module = self.find_module(f"{package}.{name}", 0, frame.file)
        return one(Module(module)) if module is not None else UNKNOWN

    def member_of_external(self, dotted: str, name: str, place: int, *, made: bool) -> Values:
        """An attribute, read at `place`, of something of another package."""
        if made:
            return UNKNOWN
        if self._is_sdk(dotted):
            found = sdk.class_name(name)
            if found is not None:
                return one(Model(self._type_of(found), self._kind(found, name), frozenset((place,)), shown_by(dotted)))
            return self.sdk_class(dotted, name)
        return one(External(f"{dotted}.{name}"))

    def use_name(self, node: ir.Name, frame: Frame) -> None:
        """Record a name that an import brings under its deprecated spelling."""
        found = sdk.class_name(node.id) or sdk.module_name(node.id)
        place = self.place(frame, node.start)
        if found is None or not self.seen(place):
            return
        values = self.lookup(node.id, frame)
        for value in values:
            match value:
                case Model(_, _, places, asks):
                    version = version_of(asks)
                    self.use_sdk_name(found, node.start, frame, constructed=id(node) in self.called, version=version)
                    self.sites.union([place, *places])
                case External(dotted, False) if self._is_sdk(dotted):
                    self.use_sdk_name(found, node.start, frame, version=sdk.version_of_package(dotted))
                    origin = self.import_places.get((frame.file, node.id))
                    if origin is not None:
                        self.sites.union([place, self.place(frame, origin)])

    def use_member_name(self, node: ir.Attribute, base: Values, frame: Frame, *, called: bool = False) -> None:
        """Record a deprecated class or module that is named after a dot."""
        found = sdk.class_name(node.name) or sdk.module_name(node.name)
        place = self.place(frame, node.start)
        if found is None or not self.seen(place):
            return
        for value in base:
            match value:
                case External(dotted, False) if self._is_sdk(dotted):
                    version = sdk.version_of_package(dotted)
                    self.use_sdk_name(found, node.start, frame, constructed=called, version=version)
                    if isinstance(node.base, (ir.Name, ir.Attribute)):
                        module = self.place(frame, node.base.start)
                        self.qualified[module] = place
                        self.sites.union([place, module])
                    local = node.base.id if isinstance(node.base, ir.Name) else dotted
                    for path in (local, f"{dotted}.{node.name}"):
                        origin = self.import_places.get((frame.file, path))
                        if origin is not None:
                            self.sites.union([place, self.place(frame, origin)])
                case Model(_, _, places, asks) if sdk.class_name(node.name) is not None:
                    self.use_sdk_name(found, node.start, frame, version=version_of(asks))
                    self.sites.union([place, *places])
                case Module(index):
                    for held in self.read(("global", index, node.name)):
                        if isinstance(held, Model):
                            version = version_of(held.asks)
                            self.use_sdk_name(found, node.start, frame, constructed=called, version=version)
                            self.sites.union([place, *held.places])
                            self.handed_on |= held.places

    def use_sdk_name(
        self, name: sdk.SdkName, start: int, frame: Frame, *, constructed: bool = False, version: int | None = None
    ) -> None:
        """Record the use of a deprecated SDK name."""
        place = self.place(frame, start)
        if not self.seen(place):
            return
        if name.new is None:
            self.uses[place] = Use(frame.file, start, name.name, constructed)
            return
        self.add_sdk_site(name, start, (Draft(start, start + len(name.name), name.new),), frame, version)

    def add_sdk_site(
        self, name: sdk.SdkName, start: int, edits: tuple[Draft, ...], frame: Frame, version: int | None
    ) -> None:
        """Record a deprecated SDK name with its edits."""
        if version is None:
            version = self.sdk_version(frame)
        site = member(
            name.code, start, start + len(name.name), name.name, name.new,
            context=name.graph, version=version if isinstance(name.new, tuple) else None,
        )  # fmt: skip
        if name.new is None and name.kind is sdk.Kind.MODEL and not edits:
            self.uses.setdefault(self.place(frame, start), Use(frame.file, start, name.name, constructed=False))
            return
        self.sites.add(frame.file, site._replace(edits=edits))
