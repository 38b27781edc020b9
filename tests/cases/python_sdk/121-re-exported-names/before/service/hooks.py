from graphkit.models import AccessPackageAssignmentPolicy, CustomExtensionHandler, Run


def describe(hook: CustomExtensionHandler) -> str:
    return f"{hook.id} at {hook.stage}"


def is_run(thing: object) -> bool:
    return isinstance(thing, Run)


def other(policy: AccessPackageAssignmentPolicy) -> str:
    return policy.display_name or ""
