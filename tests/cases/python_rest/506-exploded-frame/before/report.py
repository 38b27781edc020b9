"""Weekly sheet: callouts per access package."""
from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd
import requests

BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def fetch(session: requests.Session, since: str) -> list[dict]:
    rows: list[dict] = []
    url = f"{BASE}/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances,accessPackage&$filter=createdDateTime ge {since}"
    while url:
        page = session.get(url, timeout=60).json()
        rows += page["value"]
        url = page.get("@odata.nextLink")
    return rows


def per_package(rows: list[dict]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)[["id", "accessPackage", "customExtensionHandlerInstances"]]
    frame["package"] = frame["accessPackage"].map(lambda package: package["displayName"])
    frame = frame.explode("customExtensionHandlerInstances").rename(columns={"customExtensionHandlerInstances": "run"})
    frame = frame.dropna(subset=["run"])
    return frame.groupby("package")["run"].count().rename("callouts").reset_index()


def flat(rows: list[dict]) -> pd.DataFrame:
    return pd.json_normalize(rows, record_path="customExtensionHandlerInstances", meta=["id", "requestState"])


def plan(path: Path) -> pd.DataFrame:
    sheet = pd.read_excel(path, usecols=["package", "stage", "status"])
    return sheet[sheet["status"] != "requestSent"].sort_values("stage")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", default="2023-01-01T00:00:00Z")
    parser.add_argument("--plan", type=Path, required=True)
    options = parser.parse_args()
    with requests.Session() as session:
        rows = fetch(session, options.since)
    print(per_package(rows).merge(plan(options.plan), on="package").to_string())
    print(flat(rows).shape)


if __name__ == "__main__":
    main()
