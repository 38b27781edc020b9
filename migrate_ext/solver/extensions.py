"""Which type an extension becomes, use by use, and what its imports become (migration.md, 3.4)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Draft, Role, Site
from migrate_ext.graph import catalogue, names
from migrate_ext.solver.sites import member, residual
from migrate_ext.solver.strings import Strings
from migrate_ext.solver.values import file_of, offset_of

if TYPE_CHECKING:
    from migrate_ext.solver.modules import Imported, Use

Needed = dict[str, Applicability]


class Extensions(Strings):
    """Decides about the types with variants once all uses are known."""

    def decide_types(self) -> None:
        """Give every use of a class with variants its replacement, and its import those that it needs."""
        needed: dict[int, Needed] = defaultdict(dict)
        chosen: dict[int, Needed] = {}
        origins = self._origins()
        by_class = {names.pascal(row.name): row for row in catalogue.TYPES.values() if row.variants}
        modules: list[tuple[int, Use]] = []
        for place, use in self.uses.items():
            row = by_class.get(use.word)
            if row is None:
                modules.append((place, use))
                continue
            new, level = self._decide_use(place, use, row)
            chosen[place] = {new: level}
            if place in origins:
                self._need(needed, origins[place], chosen[place])
        imports = [item for item in self.imports if item.name.new is None]
        for item in imports:
            if item.alias.aliased and not needed[item.place]:
                self._need(needed, item.place, self._aliased_types(item))
        for item in imports:
            if not needed[item.place]:
                self._need(needed, item.place, {self.base_of(item.name.graph): Applicability.UNSAFE})
        for item in imports:
            self._rewrite_import(item, needed[item.place])
        self._decide_written()
        for place, use in modules:
            named = chosen.get(self.qualified.get(place, -1))
            self._decide_module(use, named or needed.get(origins.get(place, -1), {}))

    def _need(self, needed: dict[int, Needed], origin: int, types: Needed) -> None:
        """An import needs types, and so do the imports that bring it what it imports."""
        for place in (origin, *(self.sources.get(origin, frozenset()) - {origin})):
            for new, level in types.items():
                needed[place][new] = min(level, needed[place].get(new, level))

    def _origins(self) -> dict[int, int]:
        """The import to which each use is linked directly, where there are several that of its own module."""
        imports = {item.place for item in self.imports if item.name.new is None}
        origins: dict[int, int] = {}
        for pair in self.sites.unions:
            for place, other in (pair, reversed(pair)):
                if other in imports and (place not in origins or file_of(origins[place]) != file_of(place)):
                    origins[place] = other
        return origins

    def _decide_use(self, place: int, use: Use, row: catalogue.GraphType) -> tuple[str, Applicability]:
        """The type that a use becomes; its own where it waits for the user, who needs its import until then."""
        assert row.variants is not None
        new, level, reason = row.variants.base, Applicability.UNSAFE, "base"
        if use.constructed:
            new, level, reason = self.type_by_stage(place, row.variants)
        end = use.start + len(use.word)
        if reason == "container":
            site = residual(row.rule or "", use.start, end, use.word, reason, context=row.name)
            self.sites.add(use.file, site)
            return row.name, level
        word = names.pascal(new)
        site = member(row.rule or "", use.start, end, use.word, word, level=level, reason=reason, context=row.name)
        self.sites.add(use.file, site)
        return new, level

    def _decide_written(self) -> None:
        """A type that is written out beside a construction follows it."""
        for literal, places in self.types_written.items():
            made = next(iter(places & self.constructions.keys()), None)
            row = catalogue.EXTENSION
            if made is None or literal < 0 or not self.literals[literal].text.value.endswith(row.name):
                continue
            assert row.variants is not None
            new, level, reason = self.type_by_stage(made, row.variants)
            text = self.literals[literal].text
            start = text.at(len(text.value) - len(row.name))
            if reason == "container":
                site = residual(row.rule or "", start, text.end, row.name, reason, context=row.name)
            else:
                site = member(
                    row.rule or "", start, text.end, row.name, new, level=level, reason=reason, context=row.name
                )
            self.handled.add(literal)
            self.sites.add(file_of(literal), site)

    def _decide_module(self, use: Use, needed: Needed) -> None:
        """The name of a module whose classes are named after it."""
        row = next(
            (row for row in catalogue.TYPES.values() if row.variants and names.snake(row.name) == use.word), None
        )
        if row is None or row.variants is None:
            return
        new = next(iter(needed), row.variants.base) if len(needed) < 2 else None
        end = use.start + len(use.word)
        if new == row.name:
            site = residual(row.rule or "", use.start, end, use.word, "container", context=row.name)
            self.sites.add(use.file, site)
            return
        level = min(needed.values(), default=Applicability.UNSAFE)
        site = member(
            row.rule or "", use.start, end, use.word, names.snake(new) if new else None, level=level, context=row.name
        )
        if new is None:
            site = site._replace(level=Applicability.MANUAL, role=Role.BLOCKER, reason="name-taken")
        self.sites.add(use.file, site)

    def type_by_stage(self, place: int, variants: catalogue.Variants) -> tuple[str, Applicability, str]:
        """The type that a construction becomes."""
        stages = set().union(*(self.stages[holder] for holder in self.holders[place]))
        found = {dict(variants.by_value).get(stage) for stage in stages}
        if len(found) == 1 and (known := found.pop()) is not None:
            return known, Applicability.SAFE, ""
        if self.constructions.get(place):
            return variants.default, Applicability.MANUAL, "container"
        return variants.default, Applicability.UNSAFE, "no-stage"

    # imports

    def _rewrite_import(self, item: Imported, types: Needed) -> None:
        row = catalogue.TYPES[item.name.graph]
        assert row.variants is not None
        end = item.start + len(item.word)
        new = [name for name in types if name != row.name]
        if not new:
            site = residual(row.rule or "", item.start, end, item.word, "container", context=row.name)
            self.sites.add(item.file, site)
            return
        if len(new) < len(types):
            self.kept.add(item.place)
        level = min(types[name] for name in new)
        site = Site(
            row.rule or "",
            item.start,
            end,
            item.word,
            replacement=", ".join(sorted(map(names.pascal, new))),
            level=level,
            reason="" if level is Applicability.SAFE else "base",
            context=row.name,
        )
        if len(types) > 1 and item.alias.aliased:
            site = site._replace(level=Applicability.MANUAL, role=Role.BLOCKER, reason="name-taken")
        elif len(types) == 1:
            site = site._replace(edits=self._single(item, next(iter(types))))
        else:
            site = site._replace(edits=self._several(item, types))
        self.sites.add(item.file, site)

    def _aliased_types(self, item: Imported) -> Needed:
        """The types that the uses of an alias need: what its constructions become, and the base for all others."""
        variants = catalogue.TYPES[item.name.graph].variants
        assert variants is not None
        types: Needed = {}
        text = self.programs[item.file].text
        constructions = [
            place
            for place in self.constructions
            if file_of(place) == item.file and text.startswith(item.alias.bound, offset_of(place))
        ]
        for place in constructions:
            new, level, _ = self.type_by_stage(place, variants)
            types[new] = min(types.get(new, level), level)
        if self.alias_uses[item.file, item.alias.bound] > len(constructions):
            types[variants.base] = Applicability.UNSAFE
        return types

    def _single(self, item: Imported, new: str) -> tuple[Draft, ...]:
        text = self.programs[item.file].text
        old = names.snake(item.name.graph)
        drafts = [
            Draft(draft.start, draft.end, names.snake(new)) if text[draft.start : draft.end] == old else draft
            for draft in item.modules
        ]
        if item.own:
            spell = names.snake if "_" in item.word else names.pascal
            drafts.append(Draft(item.start, item.start + len(item.word), spell(new)))
        return tuple(drafts)

    def _several(self, item: Imported, types: Needed) -> tuple[Draft, ...]:
        """One statement for each type, sorted by name, in the place and form of the old one."""
        text = self.programs[item.file].text
        statement = item.statement
        if item.from_run or len(statement.aliases) > 1:
            spell = names.snake if "_" in item.word else names.pascal
            replacement = ", ".join(sorted(spell(name) for name in types))
            return (Draft(item.start, item.start + len(item.word), replacement),)
        begin = max(text.rfind("\n", 0, statement.start), text.rfind("\r", 0, statement.start)) + 1
        indent = text[begin : statement.start]
        newline = "\r\n" if "\r\n" in text else "\n"
        copies = []
        for name in sorted(types, key=names.pascal):
            copy = text[statement.start : statement.end]
            for start, end, new in sorted(self._single(item, name), reverse=True):
                assert isinstance(new, str)
                copy = copy[: start - statement.start] + new + copy[end - statement.start :]
            copies.append(copy)
        return (Draft(statement.start, statement.end, (newline + indent).join(copies)),)
