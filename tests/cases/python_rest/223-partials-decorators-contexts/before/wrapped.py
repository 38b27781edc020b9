from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def timed(function: F) -> F:
    @wraps(function)
    def inner(*args: Any, **kwargs: Any) -> Any:
        start = time.monotonic()
        try:
            return function(*args, **kwargs)
        finally:
            print(function.__name__, time.monotonic() - start)

    return inner  # type: ignore[return-value]


@timed
def runs_of(request: dict):
    return request["customExtensionHandlerInstances"]


def stages(request: dict) -> list[str]:
    return [run["stage"] for run in runs_of(request)]


def line(width, run):
    return f"{run['stage']:>{width}}"


def lines(item: dict) -> list[str]:
    wide = partial(line, 40)
    return [wide(run) for run in item["customExtensionHandlerInstances"]]


@contextmanager
def loaded(record: dict) -> Iterator[list[dict]]:
    runs = record["customExtensionHandlerInstances"]
    try:
        yield runs
    finally:
        print(len(runs), "runs seen")


def waiting(record: dict) -> int:
    with loaded(record) as runs:
        return sum(run["status"] == "requestSent" for run in runs)


def build_line(width, build):
    return f"{build['stage']:>{width}}"


def build_lines(builds: list[dict]) -> list[str]:
    return list(map(partial(build_line, 20), builds))
