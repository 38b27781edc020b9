"""Generic nodes and trees; SDK."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

T = TypeVar("T")


@dataclass
class Node(Generic[T]):
    value: T
    next: Node[T] | None = None

    def push(self, value: T) -> Node[T]:
        return Node(value, self)

    def __iter__(self) -> Iterator[T]:
        node: Node[T] | None = self
        while node is not None:
            yield node.value
            node = node.next


class Stack(Generic[T]):
    top: Node[T] | None = None

    def add(self, value: T) -> Self:
        self.top = Node(value, self.top)
        return self

    def peek(self) -> T:
        assert self.top is not None
        return self.top.value


def of(request: AccessPackageAssignmentRequest) -> None:
    stack: Stack[CustomExtensionHandlerInstance] = Stack()
    for run in request.custom_extension_handler_instances or []:
        stack.add(run)
    print(stack.peek().stage)
    if stack.top:
        print([run.stage for run in stack.top])
    if stack.top and stack.top.next:
        print(stack.top.next.value.stage)


def names(words: list[str]) -> list[str]:
    stack = Stack[str]()
    for word in words:
        stack.add(word)
    return [stack.peek().title()]
