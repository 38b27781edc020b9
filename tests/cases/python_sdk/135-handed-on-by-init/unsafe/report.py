import access
from access.types import CustomExtensionCalloutInstanceStatus


def describe(status: CustomExtensionCalloutInstanceStatus, policies: list) -> str:
    return f"{status.value} {[access.first_hook(policy) for policy in policies]}"
