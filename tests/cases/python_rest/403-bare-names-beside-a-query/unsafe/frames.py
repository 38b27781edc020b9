from collections import Counter

import pandas as pd
import requests

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests?$expand={}"


def fetch(session: requests.Session, what: str = "customExtensionCalloutInstances") -> list[dict]:
    return session.get(URL.format(what)).json()["value"]


def table(session: requests.Session) -> pd.DataFrame:
    frame = pd.json_normalize(fetch(session), record_path="customExtensionCalloutInstances", meta=["id"])
    return frame.drop_duplicates("customExtensionId")


def stages(session: requests.Session) -> Counter:
    return Counter(run["stage"] for row in fetch(session) for run in row["customExtensionCalloutInstances"])


def copied(session: requests.Session) -> list[dict]:
    return [
        {key: value for key, value in row.items() if key in ("id", "customExtensionCalloutInstances")}
        for row in fetch(session)
    ]
