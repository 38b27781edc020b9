"""Answers of the accessPackageAssignmentRequests and accessPackageAssignmentPolicies endpoints."""
from dataclasses import dataclass, field

from pydantic import Field

from wire import Wire

SOURCE = "identityGovernance/entitlementManagement"


class Request(Wire):
    id: str
    request_state: str
    custom_extension_handler_instances: list[dict] = []


class Policy(Wire):
    access_package_id: str
    custom_extension_handlers: list[dict] = []


class Archived(Wire):
    runs: list[dict] = Field(default_factory=list, alias="customExtensionHandlerInstances")


@dataclass
class Summary:
    request: str
    custom_extension_handler_instances: int = 0
    extras: list[str] = field(default_factory=list)


def summary(request: Request) -> Summary:
    return Summary(request.id, custom_extension_handler_instances=len(request.custom_extension_handler_instances))
