"""Mail the owners what their access packages are waiting for."""
from __future__ import annotations

import smtplib
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from itertools import groupby
from operator import itemgetter

import requests

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
FOOTER = {"stage": "sent by stage %(stage)s", "status": "requestSent"}


@dataclass
class Section:
    title: str
    lines: list[str]
    stage: str = "draft"


def open_runs(session: requests.Session) -> list[dict]:
    query = {"$expand": "customExtensionHandlerInstances", "$filter": "requestState eq 'Delivering'"}
    answer = session.get(f"{ROOT}/accessPackageAssignmentRequests", params=query, timeout=30).json()
    return [
        run
        for request in answer["value"]
        if (runs := request["customExtensionHandlerInstances"])
        for run in runs
        if run["status"] == "requestSent"
    ]


def line(run: dict) -> str:
    return f"  * {run['stage']:<40} {run['externalCorrelationId']!r}"


def sections(runs: list[dict]) -> list[Section]:
    ordered = sorted(runs, key=lambda run: (run["stage"] or "", run["customExtensionId"]))
    found = []
    for moment, group in groupby(ordered, key=itemgetter("stage")):
        found.append(Section(title=moment, lines=[line(run) for run in group]))
    return found


def mail(found: list[Section], to: str) -> EmailMessage:
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = f"{sum(len(section.lines) for section in found)} callouts wait"
    body = [f"{section.title} ({section.stage})\n" + "\n".join(section.lines) for section in found]
    message.set_content("\n\n".join(body) + FOOTER["stage"] % {"stage": found[0].stage if found else "none"})
    return message


def main(token: str, to: str) -> None:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    runs = open_runs(session)
    with smtplib.SMTP("localhost") as server:
        server.send_message(mail(sections(runs), to))


if __name__ == "__main__":
    main(*sys.argv[1:])
