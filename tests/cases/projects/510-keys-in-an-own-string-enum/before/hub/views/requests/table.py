from ...core.keys import Key
from ...core.web import get


def rows(key):
    request = get("accessPackageAssignmentRequests/" + key, Key.RUNS.value)
    return [(run["customExtensionId"], run["stage"]) for run in request[Key.RUNS.value]]
