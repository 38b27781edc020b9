"""Unpacking of tuples from generic helpers; more_itertools; sorted groupby; max by key; any/all."""
from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import TypeVar

from more_itertools import chunked, first, one, partition, unique_everseen
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest as Request

T = TypeVar("T")
K = TypeVar("K")


def split(test: Callable[[T], bool], items: Iterable[T]) -> tuple[list[T], list[T]]:
    yes, no = [], []
    for item in items:
        (yes if test(item) else no).append(item)
    return yes, no


def index(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def show(request: Request) -> None:
    runs = request.custom_extension_handler_instances or []
    waiting, done = split(lambda run: run.status is None, runs)
    print(waiting[0].stage, [run.stage for run in done])
    for name, group in index(runs, lambda run: run.custom_extension_id).items():
        print(name, group[0].stage)
    for _, same in itertools.groupby(sorted(runs, key=lambda run: str(run.stage)), key=lambda run: run.stage):
        print(next(same).stage)
    for part in chunked(runs, 2):
        print(part[0].stage)
    print(first(runs).stage, one(runs).stage)
    left, right = partition(lambda run: run.status, runs)
    print([run.stage for run in itertools.chain(left, unique_everseen(right))])
    print(max(runs, key=lambda run: run.external_correlation_id).stage)
    print(any(run.stage for run in runs))
