import requests

from ..source import submitted


def export(session: requests.Session) -> list[list[str]]:
    return [[run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"]] for request in submitted(session)]
