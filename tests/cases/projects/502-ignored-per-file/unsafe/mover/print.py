import requests

from mover.source import one


def show(session: requests.Session, key: str) -> None:
    for run in one(session, key)["customExtensionCalloutInstances"]:
        print(run["stage"], run["status"] == "calloutSent")
