"""What else binds or hands on an imported name (migration.md, 3.6): twins, clashes, branches and `__all__`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.core.model import Applicability, Draft, Role
from migrate_ext.graph import catalogue, names, removal, sdk
from migrate_ext.graph.removal import Part
from migrate_ext.languages.python import ir
from migrate_ext.solver.extensions import Extensions
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.values import Ref, Text, Tup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from migrate_ext.solver.modules import Imported
    from migrate_ext.solver.sites import SiteKey


Unlisted = tuple["ir.Display", int, "Imported", "SiteKey"]
"""An entry of `__all__` that goes: its display and index, the import, and its own site."""


class Going(NamedTuple):
    """A name that goes from an import, for its twin stays."""

    key: SiteKey
    """The site of the deprecated import."""
    item: Imported
    statement: ir.Import
    """The import that it goes from."""
    alias: ir.Alias
    edits: bool
    """Whether the site keeps its own edits: the twin is what goes."""


class Exports(Extensions):
    """Decides about imports once all sites are known."""

    def settle_imports(self) -> None:
        """Look at every import of a deprecated name."""
        self._going: dict[tuple[int, int], list[Going]] = defaultdict(list)
        self._taken_out: dict[tuple[int, int], set[int]] = defaultdict(set)
        for item in self.imports:
            key = (item.file, item.start, item.name.code)
            if key not in self.sites.found:
                continue
            if self._branched(item):
                self.block_site(key, "both")
            elif not item.alias.aliased and item.own:
                self._same_scope(item, key)
        for (file, _), going in self._going.items():
            self._take_out(file, going)
        self._export()

    def block_site(self, key: SiteKey, reason: str) -> None:
        """Nothing of the site's group may be applied."""
        site = self.sites.found[key]
        self.sites.found[key] = site._replace(edits=(), level=Applicability.MANUAL, role=Role.BLOCKER, reason=reason)

    @staticmethod
    def _new_names(item: Imported) -> set[str]:
        if item.name.new is not None:
            return {item.name.new} if isinstance(item.name.new, str) else set(item.name.new)
        variants = catalogue.TYPES[item.name.graph].variants
        assert variants is not None
        return {names.pascal(name) for name in (variants.base, *dict(variants.by_value).values())}

    def _branched(self, item: Imported) -> bool:
        """Whether another branch of the same statement imports the new name."""
        statement = item.statement
        number, branch = statement.branches
        if not number:
            return False
        new = self._new_names(item)
        return any(
            other.branches[0] == number
            and other.branches[1] != branch
            and any(alias.name in new for alias in other.aliases)
            for other in self.programs[item.file].imports
        )

    def _same_scope(self, item: Imported, key: SiteKey) -> None:
        """The new name may be bound in the same scope already: by a twin of the import, or by something else."""
        site = self.sites.found[key]
        if item.name.new is None and ", " in str(site.replacement):
            return
        new = site.replacement if isinstance(site.replacement, str) else None
        if new is None or item.word not in self._spelled(item):
            return
        twin = self._twin(item, new)
        if twin is not None and item.place in self.kept:
            end = item.start + len(item.word)
            self.sites.found[key] = residual(site.code, item.start, end, item.word, "container", context=site.context)
        elif twin is not None:
            first = twin[0].start < item.statement.start
            statement, alias = (item.statement, item.alias) if first else twin
            self._going[item.file, statement.start].append(Going(key, item, statement, alias, edits=not first))
        elif self._taken(item, new):
            self.block_site(key, "name-taken")

    def _take_out(self, file: int, going: list[Going]) -> None:
        """Take names out of an import, or all of it; not where a block would become empty."""
        statement, text = going[0].statement, self.programs[file].text
        number, size = statement.block
        sites = self.sites.found
        gone = sorted({statement.aliases.index(one.alias) for one in going})
        if len(gone) == len(statement.aliases):
            if size - len(self._taken_out[file, number]) == 1:
                return
            self._taken_out[file, number].add(statement.start)
            parts = [Part([_line(text, statement)], 0)] * len(gone)
        else:
            parts = _apart(text, [alias.item for alias in statement.aliases], gone, statement.inner)
        first: dict[int, int] = {}
        for one in going:
            part, site = parts[gone.index(statement.aliases.index(one.alias))], sites[one.key]
            sites[one.key] = site._replace(edits=(*(site.edits if one.edits else ()), *part.edits))
            # what shares its edits goes together
            self.sites.union([first.setdefault(part.mate, one.item.place), one.item.place])

    @staticmethod
    def _spelled(item: Imported) -> set[str]:
        return {names.pascal(item.name.graph), item.name.name, item.word}

    def _twin(self, item: Imported, new: str) -> tuple[ir.Import, ir.Alias] | None:
        """An import that binds the new name in the same scope."""
        for statement in self.programs[item.file].imports:
            if statement.scope != item.statement.scope or statement.module is None:
                continue
            if not self._is_sdk(statement.module) and not self._is_sibling(item, statement):
                continue
            for alias in statement.aliases:
                if alias.name == new and alias.bound == new:
                    return statement, alias
        return None

    def _is_sibling(self, item: Imported, statement: ir.Import) -> bool:
        """Whether a statement imports from where the deprecated import will import from."""
        if statement is item.statement:
            return True
        module = item.statement.module or ""
        text = self.programs[item.file].text
        for draft in item.modules:
            module = module.replace(text[draft.start : draft.end], str(draft.text))
        return statement.level == item.statement.level and statement.module == module

    def _taken(self, item: Imported, new: str) -> bool:
        """Whether the new name means something else in the import's scope."""
        if item.statement.scope == 0:
            return new in self.programs[item.file].locals
        return any(new in info.node.locals for info in self.functions if info.file == item.file) and any(
            statement.scope == item.statement.scope and any(alias.bound == new for alias in statement.aliases)
            for statement in self.programs[item.file].imports
        )

    # handing on

    def _export(self) -> None:
        starts = self.sites_by_place()
        self._unlisted: dict[tuple[int, int], list[Unlisted]] = defaultdict(list)
        exported = set(self.handed_on)
        for item in self.imports:
            if item.name.kind not in {sdk.Kind.MODEL, sdk.Kind.ENUM, sdk.Kind.RESPONSE} and item.name.new is None:
                continue
            same = item.alias.aliased and item.alias.bound == item.alias.name
            if item.alias.aliased and not same:
                exported.discard(item.place)
                continue
            entries = [text for text in self._all_entries(item.file) if text.value == item.alias.bound]
            package = self.programs[item.file].path.endswith("__init__.py")
            unused = package and not self.alias_uses[item.file, item.alias.bound]
            if entries or same or unused:
                exported.add(item.place)
            for text in entries:
                self._entry(item, text)
            if same:
                self._rename_alias(item)
        for (file, _), going in self._unlisted.items():
            self._take_off(file, going)
        for place in exported:
            for key in starts[place]:
                site = self.sites.found[key]
                if site.level is Applicability.SAFE and site.role is Role.MEMBER:
                    self.sites.found[key] = site._replace(level=Applicability.UNSAFE, reason="exported")

    def _rename_alias(self, item: Imported) -> None:
        """`import X as X` hands the name on: the alias is the name."""
        key = (item.file, item.start, item.name.code)
        site = self.sites.found.get(key)
        if site is not None and site.role is Role.MEMBER and isinstance(site.replacement, str):
            end = item.alias.item[1]
            alias = Draft(end - len(item.alias.bound), end, site.replacement)
            self.sites.found[key] = site._replace(edits=(*site.edits, alias))

    def _all_entries(self, file: int) -> Iterable[Text]:
        for value in self.cells.get(("global", file, "__all__"), frozenset()):
            if isinstance(value, Ref):
                yield from self.texts(self.cells.get(("elements", value), frozenset()))
            elif isinstance(value, Tup):
                for item in value.items:
                    yield from self.texts(item)

    def _entry(self, item: Imported, text: Text) -> None:
        """An entry of `__all__` is renamed with the import."""
        imported = self.sites.found.get((item.file, item.start, item.name.code))
        if imported is None or imported.replacement is None or text.literal < 0:
            return
        literal = self.literals[text.literal].text
        source = self.programs[item.file].text
        quote = source[literal.end]
        new = str(imported.replacement)
        words = sorted(new.split(", ") + [text.value] * (item.place in self.kept))
        site = member(
            item.name.code, literal.at(0), literal.end, text.value, new,
            level=Applicability.UNSAFE, reason="exported", context=item.name.graph,
        )  # fmt: skip
        site = site._replace(edits=(Draft(literal.at(0), literal.end, f"{quote}, {quote}".join(words)),))
        for shown, index in self._listed_twice(item.file, literal.at(0), new):
            self._unlisted[item.file, shown.start].append((shown, index, item, (item.file, site.start, site.code)))
            site = site._replace(edits=())
        self.sites.add(item.file, site)
        self.sites.union([item.place, text.literal])
        self.handled.add(text.literal)

    def _listed_twice(self, file: int, start: int, new: str) -> Iterable[tuple[ir.Display, int]]:
        """The display with the entry that begins at an offset, and its index, where the new name is listed too."""
        shown = [
            statement.value
            for statement in self.programs[file].body
            if isinstance(statement, (ir.Assign, ir.Augmented)) and isinstance(statement.value, ir.Display)
            for target in (statement.targets if isinstance(statement, ir.Assign) else [statement.target])
            if isinstance(target, ir.Name) and target.id == "__all__"
        ]
        entries = [(display, index, item.value) for display in shown for index, item in enumerate(display.items)]
        if any(isinstance(entry, ir.String) and entry.text.value == new for _, _, entry in entries):
            for display, index, entry in entries:
                # a tuple of two would become a string in brackets
                if isinstance(entry, ir.String) and entry.text.at(0) == start and len(display.items) != 2:
                    yield display, index

    def _take_off(self, file: int, going: list[Unlisted]) -> None:
        """Take entries out of a display of `__all__`."""
        text, display = self.programs[file].text, going[0][0]
        spans = [(item.start, item.end) for item in display.items]
        inner = (display.start + 1, display.end - 1)
        parts = _apart(text, spans, [index for _, index, _, _ in going], inner)
        for (_, _, item, key), part in zip(going, parts, strict=True):
            self.sites.found[key] = self.sites.found[key]._replace(edits=tuple(part.edits))
            self.sites.union([item.place, going[part.mate][2].place])


def _apart(text: str, spans: Sequence[tuple[int, int]], gone: Sequence[int], inner: tuple[int, int]) -> list[Part]:
    """The removals of some items of a list, each by itself where that is possible."""

    def take(places: list[removal.Place]) -> list[Draft]:
        return removal.remove(text, spans, sorted(index for _, index in places), inner, removal.HASH)

    return removal.apart(text, [[(0, index)] for index in gone], take)


def _line(text: str, statement: ir.Import) -> Draft:
    """The removal of a statement with its line."""
    start, end = statement.start, statement.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] not in "\r\n":
        end += 1
    return Draft(start, min(end + (2 if text.startswith("\r\n", end) else 1), len(text)), "")
