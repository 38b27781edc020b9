import sys

import httpx
import pandas as pd

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"


def requests_frame(client: httpx.Client) -> pd.DataFrame:
    page = client.get(URL, params={"$expand": "customExtensionCalloutInstances", "$top": 500}).json()
    frame = pd.DataFrame(page["value"])
    frame = frame.rename(columns={"customExtensionCalloutInstances": "raw_runs", "requestState": "state"})
    return frame.assign(runs=frame["raw_runs"].str.len())


def runs_frame(client: httpx.Client, request_id: str) -> pd.DataFrame:
    request = client.get(f"{URL}/{request_id}", params={"$expand": "customExtensionCalloutInstances"}).json()
    table = pd.DataFrame(request["customExtensionCalloutInstances"])
    table["waiting"] = table["status"] == "requestSent"
    return table.sort_values(["stage", "externalCorrelationId"])


def by_stage(table: pd.DataFrame) -> pd.Series:
    return table.groupby("stage")["customExtensionId"].count() + table["stage"].isna().sum()


if __name__ == "__main__":
    with httpx.Client() as http:
        print(requests_frame(http)[["id", "state", "runs"]].to_markdown())
        print(by_stage(runs_frame(http, sys.argv[1])))
