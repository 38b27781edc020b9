from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

P = ParamSpec("P")
R = TypeVar("R")


def logged(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return inner


@logged
def runs_of(request: AccessPackageAssignmentRequest):
    return request.custom_extension_callout_instances or []


def stages(request: AccessPackageAssignmentRequest) -> list[str]:
    return [str(run.stage) for run in runs_of(request)]


def cell(width: int, run) -> str:
    return str(run.stage).ljust(width)


def cells(request: AccessPackageAssignmentRequest) -> list[str]:
    wide = partial(cell, 40)
    return [wide(run) for run in request.custom_extension_callout_instances or []]


@contextmanager
def loaded(request: AccessPackageAssignmentRequest) -> Iterator[list]:
    yield request.custom_extension_callout_instances or []


def shown(request: AccessPackageAssignmentRequest) -> None:
    with loaded(request) as runs:
        for run in runs:
            print(run.stage)


class Session:
    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self.entries = request.custom_extension_callout_instances or []

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *exc: object) -> None:
        self.entries = []


def ids(request: AccessPackageAssignmentRequest) -> list[str]:
    with Session(request) as session:
        return [entry.custom_extension_id or "" for entry in session.entries]
