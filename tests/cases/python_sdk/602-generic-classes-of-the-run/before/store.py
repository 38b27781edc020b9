from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

Model = TypeVar("Model")
Key = TypeVar("Key")


class Page(Generic[Model]):
    def __init__(self, value: list[Model] | None = None, next_link: str | None = None) -> None:
        self.value = value or []
        self.next_link = next_link

    def __iter__(self) -> Iterator[Model]:
        yield from self.value

    def __getitem__(self, index: int) -> Model:
        return self.value[index]

    async def walk(self) -> AsyncIterator[Model]:
        for item in self.value:
            yield item


class Keyed(Page[Model], Generic[Key, Model]):
    def by_key(self, key: Key) -> Model | None:
        return next((item for item in self.value if item.id == key), None)
