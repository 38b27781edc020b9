"""Properties with setters, __getattr__ wrappers, cached_property, slots."""
from __future__ import annotations

from functools import cached_property

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


class Wrapped:
    __slots__ = ("_request", "_run")

    def __init__(self, request: AccessPackageAssignmentRequest) -> None:
        self._request = request
        self._run: CustomExtensionHandlerInstance | None = None

    @property
    def run(self) -> CustomExtensionHandlerInstance | None:
        return self._run

    @run.setter
    def run(self, run: CustomExtensionHandlerInstance) -> None:
        run.stage = None
        self._run = run

    @cached_property
    def runs(self) -> dict[str, CustomExtensionHandlerInstance]:
        return {str(run.custom_extension_id): run for run in self._request.custom_extension_handler_instances or []}

    def __contains__(self, name: str) -> bool:
        return name in self.runs

    def __getattr__(self, name: str):
        return getattr(self._request, name)

    def __call__(self, name: str) -> CustomExtensionHandlerInstance:
        return self.runs[name]


def show(wrapped: Wrapped) -> None:
    print(wrapped("a").stage)
    for name, run in wrapped.runs.items():
        print(name, run.stage)
    if wrapped.run:
        print(wrapped.run.stage)
    print(wrapped.custom_extension_handler_instances[0].stage)
