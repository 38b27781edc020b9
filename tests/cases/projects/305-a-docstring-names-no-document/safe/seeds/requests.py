"""Counts runs, of an answer like data/requests.json."""


def runs(request: dict) -> int:
    """Number of runs in request, for example the first of data/requests.json."""
    return len(request["customExtensionCalloutInstances"])
