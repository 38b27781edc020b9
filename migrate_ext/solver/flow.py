"""The interpreter of a run's Python programs: spreads values to a fixpoint, then records what it sees."""

from __future__ import annotations

import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from migrate_ext.core.model import Applicability, Role
from migrate_ext.solver.env import Env
from migrate_ext.solver.exports import Exports
from migrate_ext.solver.keys import clashing
from migrate_ext.solver.state import Frame, FunctionInfo, Unit
from migrate_ext.solver.values import UNKNOWN, Function, Map, Ref, Seq, UserClass, Values, file_of, one

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate_ext.core.model import Policy
    from migrate_ext.languages.python import ir
    from migrate_ext.solver.sites import SiteKey

_RESTARTS = 3


class Flow(Exports):
    """One attempt at the fixpoint of a run."""

    def __init__(
        self,
        programs: list[ir.Program],
        policy: Policy,
        conflicts: Iterable[tuple[int, int, str]] = (),
        pascal: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__(programs, policy)
        self.conflicts = set(conflicts)
        self.pascal = pascal

    def solve(self) -> None:
        """Execute modules and functions until nothing new is known."""
        for file in range(len(self.programs)):
            self.enqueue(Unit(file, None))
        while self.queue:
            unit = self.queue.popleft()
            self.queued.discard(unit)
            self.runs[unit] += 1
            self.run_unit(unit)

    def run_unit(self, unit: Unit) -> None:
        """Execute a module or function for itself."""
        self.current = unit
        self.memo = {}
        self.calls_made = 0
        if unit.function is None:
            frame = Frame(unit.file, None, None, Env())
            self.execute(self.programs[unit.file].body, frame)
            return
        info = self.functions[unit.function]
        frame = Frame(unit.file, info, None, Env())
        self._bind_parameters(info, frame)
        self.execute(info.node.body, frame)
        self.add(("return", info.index), self.result_of(info, frame))
        if info.node.returns is not None:
            declared = self.annotated(info.node.returns, frame)
            self.add(("declared", info.index), declared)

    def _bind_parameters(self, info: FunctionInfo, frame: Frame) -> None:
        for index, parameter in enumerate(info.node.parameters):
            declared = self.annotated(parameter.annotation, frame) if parameter.annotation is not None else UNKNOWN
            default = self.evaluate(parameter.default, frame) if parameter.default is not None else UNKNOWN
            self.add(("parameter default", info.index, parameter.name), default | declared)
            values: Values = UNKNOWN
            if (info.file, info.node.start, parameter.name) not in self.conflicts:
                values = self.read(("parameter", info.index, parameter.name))
            self.agree(values, declared)
            if declared and parameter.kind in {"*", "**"}:
                declared = one(Seq(declared) if parameter.kind == "*" else Map(declared))
            if index == 0 and info.cls is not None and "staticmethod" not in info.decorators:
                cls = "classmethod" in info.decorators or info.node.name == "__init_subclass__"
                values |= one(UserClass(info.cls)) if cls else self.instance_of(info.cls)
            if not values and not declared:
                values = self.fixture(parameter.name, info, frame)
            self.bind(parameter.name, values | declared | default, frame)

    def fixture(self, name: str, info: FunctionInfo, frame: Frame) -> Values:
        """What a pytest fixture of that name gives, from this module or a conftest above it."""
        if not info.node.name.startswith("test") and "fixture" not in info.decorators:
            return UNKNOWN
        for file in (frame.file, *self.conftests(frame.file)):
            for value in self.read(("global", file, name)):
                if isinstance(value, Function) and "fixture" in self.functions[value.index].decorators:
                    result = self.read(("return", value.index)) | self.read(("declared", value.index))
                    generators = {item for item in result if isinstance(item, Ref) and item.kind == "generator"}
                    return (result - generators) | self.elements(frozenset(generators))
        return UNKNOWN

    def report(self) -> None:
        """Execute everything once more and record what is found."""
        self.reporting = True
        for file in range(len(self.programs)):
            self.run_unit(Unit(file, None))
        for info in self.functions:
            self.run_unit(Unit(info.file, info.index))
        self.create_bodies()
        self.decide_types()
        self.settle_imports()
        self.scan_rest()
        starts = self.sites_by_place()
        self._weaken(starts)
        self._bridged(starts)
        self._same_keys()
        self._version(starts)

    def _weaken(self, starts: dict[int, list[SiteKey]]) -> None:
        for place, reason in self.weaker:
            for key in starts[place]:
                site = self.sites.found[key]
                if site.level is Applicability.SAFE and site.role is Role.MEMBER:
                    self.sites.found[key] = site._replace(level=Applicability.UNSAFE, reason=reason)
        for place, code, reason in self.blocked:
            for key in starts[place]:
                if key[2] == code:
                    self.block_site(key, reason)

    def _same_keys(self) -> None:
        """No rewrite makes two keys of a dict one."""
        order = sorted(self.sites.found)
        for place, spans in self.keys.items():
            file = file_of(place)
            if len(spans) < 2:
                continue
            first = bisect.bisect_left(order, (file, spans[0][0], ""))
            last = bisect.bisect_left(order, (file, spans[-1][1], ""))
            if first < last:
                held = {key: self.sites.found[key] for key in order[first:last]}
                for key in clashing(self.programs[file].text, spans, held):
                    self.block_site(key, "both")

    def _version(self, starts: dict[int, list[SiteKey]]) -> None:
        """Sites that an address with a known version explains take the names of that version; none has those of two."""
        in_file: dict[int, list[SiteKey]] = defaultdict(list)
        for key in sorted(self.sites.found):
            in_file[key[0]].append(key)
        for place, versions in self.versions.items():
            keys = list(starts[place])
            string = self.literals.get(place)
            if string is not None:
                held = in_file[file_of(place)]
                first = bisect.bisect_left(held, string.start, key=lambda key: key[1])
                last = bisect.bisect_left(held, string.end, key=lambda key: key[1])
                keys += held[first:last]
            for key in keys:
                site = self.sites.found[key]
                if site.version is not None or site.collection is None:
                    continue
                if len(versions) == 1:
                    self.sites.found[key] = site._replace(version=min(versions))
                elif isinstance(site.replacement, tuple):
                    self.block_site(key, "versions")

    def _bridged(self, starts: dict[int, list[SiteKey]]) -> None:
        """A function that touches both collections of one variable has bridged them (migration.md, 3.6)."""
        touched = self.sites.touched
        for key, places in list(touched.items()):
            if key[0] != "old":
                continue
            self.sites.union(places)
            if ("new", *key[1:]) in touched:
                for place in places:
                    for found in starts[place]:
                        self.block_site(found, "both")


def interpret(programs: list[ir.Program], policy: Policy, pascal: frozenset[int] = frozenset()) -> Flow:
    """Interpret all programs of a run; parameters on which calls disagree are not known, so it may begin anew.

    `pascal` are the numbers of the programs in which PascalCase keys are Graph's too.
    """
    conflicts: set[tuple[int, int, str]] = set()
    for _ in range(_RESTARTS):
        flow = Flow(programs, policy, conflicts, pascal)
        flow.solve()
        if flow.conflicts == conflicts:
            break
        conflicts = flow.conflicts
    flow.report()
    return flow
