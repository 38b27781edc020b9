import requests

from watch import client


def waiting(found: dict) -> int:
    runs = found["customExtensionHandlerInstances"]  # migrate-ext: ignore[CEX102]
    return sum(run["status"] == "requestSent" for run in runs)


def main(session: requests.Session, request_id: str, policy_id: str) -> None:
    print(waiting(client.request(session, request_id)))
    print(len(client.policy(session, policy_id)["customExtensionStageSettings"]))
