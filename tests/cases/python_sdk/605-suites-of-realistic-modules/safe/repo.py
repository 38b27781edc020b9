"""Unit-of-work repository, generics from another base, ClassVar registry, __init_subclass__."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Generic, TypeVar

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

Owner = TypeVar("Owner")
Item = TypeVar("Item")


class Repository(Generic[Owner, Item]):
    registry: ClassVar[dict[str, type[Repository[Any, Any]]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.registry[cls.__name__] = cls

    def __init__(self, owners: Iterable[Owner]) -> None:
        self.owners = list(owners)

    def items(self, owner: Owner) -> list[Item]:
        raise NotImplementedError

    def all(self) -> list[Item]:
        return [item for owner in self.owners for item in self.items(owner)]

    def where(self, test: Callable[[Item], bool]) -> list[Item]:
        return list(filter(test, self.all()))

    def by(self, key: Callable[[Item], str]) -> dict[str, Item]:
        return {key(item): item for item in self.all()}


class Runs(Repository[AccessPackageAssignmentRequest, CustomExtensionHandlerInstance]):
    def items(self, owner: AccessPackageAssignmentRequest) -> list[CustomExtensionHandlerInstance]:
        return owner.custom_extension_handler_instances or []


class Hooks(Repository[AccessPackageAssignmentPolicy, CustomExtensionStageSetting]):
    def items(self, owner: AccessPackageAssignmentPolicy) -> list[CustomExtensionStageSetting]:
        return owner.custom_extension_stage_settings or []


def show(runs: Runs, hooks: Hooks) -> None:
    print([run.stage for run in runs.all()])
    print([hook.stage for hook in hooks.all()])
    print(runs.where(lambda run: run.stage is not None))
    print(hooks.where(lambda hook: hook.stage is not None))
    for name, run in runs.by(lambda run: str(run.custom_extension_id)).items():
        print(name, run.stage)
