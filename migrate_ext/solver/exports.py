"""What else binds or hands on an imported name (migration.md, 3.6): twins, clashes, branches and `__all__`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Draft, Role
from migrate_ext.graph import catalogue, names, removal, sdk
from migrate_ext.solver.extensions import Extensions
from migrate_ext.solver.sites import member
from migrate_ext.solver.values import Ref, Text, Tup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.languages.python import ir
    from migrate_ext.solver.modules import Imported
    from migrate_ext.solver.sites import SiteKey


class Exports(Extensions):
    """Decides about imports once all sites are known."""

    def settle_imports(self) -> None:
        """Look at every import of a deprecated name."""
        self._taken_out: dict[tuple[int, int], set[int]] = defaultdict(set)
        for item in self.imports:
            key = (item.file, item.start, item.name.code)
            if key not in self.sites.found:
                continue
            if self._branched(item):
                self.block_site(key, "both")
            elif not item.alias.aliased and item.own:
                self._same_scope(item, key)
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
        if twin is not None:
            first = twin[0].start < item.statement.start
            if any(self._left(statement, item.file) == 1 for statement in (twin[0], item.statement)):
                return  # a block would become empty
            goes = item.statement if first else twin[0]
            if len(goes.aliases) == 1:
                self._taken_out[item.file, goes.block[0]].add(goes.start)
            gone = self._without(item.statement, item.alias, item.file) if first else None
            if gone is None:
                gone = self._without(*twin, item.file)
                self.sites.found[key] = site._replace(edits=(*site.edits, *gone))
            else:
                self.sites.found[key] = site._replace(edits=tuple(gone))
        elif self._taken(item, new):
            self.block_site(key, "name-taken")

    def _left(self, statement: ir.Import, file: int) -> int:
        """How many statements stay in the block of an import; 0 in a module, which may be empty."""
        block, size = statement.block
        return size - len(self._taken_out[file, block])

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

    def _without(self, statement: ir.Import, alias: ir.Alias, file: int) -> list[Draft]:
        """The edits that take one name out of an import, or the whole statement with its line."""
        text = self.programs[file].text
        if len(statement.aliases) > 1:
            spans = [other.item for other in statement.aliases]
            return removal.remove(text, spans, [statement.aliases.index(alias)], statement.inner, removal.HASH)
        start, end = statement.start, statement.end
        while start > 0 and text[start - 1] in " \t":
            start -= 1
        while end < len(text) and text[end] not in "\r\n":
            end += 1
        end += 2 if text.startswith("\r\n", end) else 1
        return [Draft(start, min(end, len(text)), "")]

    # handing on

    def _export(self) -> None:
        starts = self.sites_by_place()
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
        if imported is None or text.literal < 0:
            return
        literal = self.literals[text.literal].text
        source = self.programs[item.file].text
        quote = source[literal.end]
        new = str(imported.replacement).replace(", ", f"{quote}, {quote}")
        site = member(
            item.name.code, literal.at(0), literal.end, text.value, new,
            level=Applicability.UNSAFE, reason="exported", context=item.name.graph,
        )  # fmt: skip
        self.sites.add(item.file, site)
        self.sites.union([item.place, text.literal])
        self.handled.add(text.literal)
