import requests

from sync import queries
from sync.names import KEY, Mail, Status


def settled(http: requests.Session) -> list[str]:
    page = http.get(queries.OPEN).json()
    return [run["externalCorrelationId"] for request in page["value"] for run in request[KEY] if run["status"] != Status.SENT]


def names_of(http: requests.Session, catalog_id: str) -> list[str]:
    return [extension["displayName"] for extension in http.get(queries.extensions(catalog_id)).json()["value"]]


def mailed(mail: dict[str, str]) -> bool:
    return mail["state"] != Mail.QUEUED
