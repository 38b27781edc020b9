import access
from access.types import AccessPackageCustomExtensionHandlerStatus


def describe(status: AccessPackageCustomExtensionHandlerStatus, policies: list) -> str:
    return f"{status.value} {[access.first_hook(policy) for policy in policies]}"
