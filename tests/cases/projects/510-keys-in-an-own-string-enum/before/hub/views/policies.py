from ..core.keys import Key
from ..core.web import get


def rows(key):
    policy = get("accessPackageAssignmentPolicies/" + key, Key.HOOKS)
    return [(hook["id"], hook["stage"]) for hook in policy[Key.HOOKS]]


def extensions(key):
    return get(f"accessPackageCatalogs/{key}", Key.EXTENSIONS)[Key.EXTENSIONS]
