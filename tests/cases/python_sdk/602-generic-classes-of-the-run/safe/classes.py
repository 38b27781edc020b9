from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar, NewType, TypeAlias, Optional

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

T = TypeVar("T")
R = TypeVar("R", bound=CustomExtensionHandlerInstance)
Runs: TypeAlias = list[CustomExtensionHandlerInstance]
Run = NewType("Run", CustomExtensionHandlerInstance)
Maybe = Optional[T]


class Store(Generic[T]):
    items: list[T]

    def first(self) -> T:
        return self.items[0]

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)


@dataclass
class Page(Generic[T]):
    items: list[T] = field(default_factory=list)

    def last(self):
        return self.items[-1]

    @property
    def head(self) -> T | None:
        return self.items[0] if self.items else None


class Source(Protocol[T]):
    def fetch(self) -> T: ...


class RunStore(Store[CustomExtensionHandlerInstance]):
    def stage(self):
        return self.first().stage


class Kept(Store[T]):
    def second(self) -> T:
        return self.items[1]


class Repo(Generic[T]):
    def __init__(self, items: list[T]) -> None:
        self._items = items

    def add(self, item: T) -> None:
        self._items.append(item)

    def all(self) -> list[T]:
        return self._items

    def any(self):
        return self._items[0]


def stages(store: Store[CustomExtensionHandlerInstance]) -> list[str]:
    return [run.stage for run in store] + [store.first().stage, store.items[0].stage]


def hooks(store: Store[CustomExtensionStageSetting]) -> list[str]:
    return [run.stage for run in store] + [store.first().stage, store.items[0].stage]


def kept(store: Kept[CustomExtensionHandlerInstance], hooks: Kept[CustomExtensionStageSetting]):
    print(hooks.second().stage, hooks.first().stage)
    return store.second().stage, store.first().stage


def pages(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy):
    a = Page(request.custom_extension_handler_instances or [])
    b = Page(policy.custom_extension_stage_settings or [])
    print(a.last().stage)
    print(b.last().stage)
    if b.head:
        print(b.head.stage)
    if a.head:
        print(a.head.stage)


def repos(request: AccessPackageAssignmentRequest, policy: AccessPackageAssignmentPolicy):
    a = Repo(request.custom_extension_handler_instances or [])
    b = Repo[CustomExtensionStageSetting]([])
    for hook in policy.custom_extension_stage_settings or []:
        b.add(hook)
    print(a.any().stage, a.all()[0].stage)
    print(b.any().stage, b.all()[0].stage)


def given(repo: Repo[CustomExtensionHandlerInstance]):
    print(repo.any().stage)


def source(source: Source[CustomExtensionHandlerInstance]):
    return source.fetch().stage


def bounded(run: R) -> R:
    print(run.stage)
    return run


def of_runs(runs: Runs, run: Run, maybe: Maybe[CustomExtensionHandlerInstance]):
    print(runs[0].stage, run.stage, maybe.stage)


def first(items: list[T], default: T | None = None) -> T: ...


def called(make: Callable[[], T]) -> T:
    return make()


def functions(runs: Runs, request: AccessPackageAssignmentRequest, hooks: list[CustomExtensionStageSetting]):
    print(first(runs).stage, first(request.custom_extension_handler_instances).stage)
    print(first(hooks).stage)
    print(called(lambda: runs[0]).stage)
