"""Show the callouts of one access package request, newest first."""
from __future__ import annotations

import os
from operator import itemgetter

import click
import httpx
from rich.console import Console
from rich.table import Table

GRAPH = "https://graph.microsoft.com/beta"
REQUESTS = GRAPH + "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
COLUMNS = ("Extension", "Stage", "Status")

of_ticket = itemgetter("number", "stage", "status")


def client() -> httpx.Client:
    return httpx.Client(headers={"Authorization": f"Bearer {os.environ['GRAPH_TOKEN']}"}, timeout=30)


@click.group()
def cli() -> None:
    """Look into callouts."""


@cli.command()
@click.argument("request_id")
@click.option("--plain", is_flag=True, help="No colours for customExtensionHandlerInstances that wait.")
def show(request_id: str, plain: bool) -> None:
    with client() as http:
        request = http.get(f"{REQUESTS}/{request_id}", params={"$expand": "customExtensionCalloutInstances"}).json()
    table = Table(*COLUMNS, title=request["requestState"])
    for run in reversed(request["customExtensionCalloutInstances"]):
        extension, moment, state = itemgetter("customExtensionId", "stage", "status")(run)
        waits = state == "calloutSent" and not plain
        table.add_row(extension, moment, f"[yellow]{state}[/]" if waits else state)
    Console().print(table)


@cli.command()
@click.argument("number")
def ticket(number: str) -> None:
    with httpx.Client() as http:
        found = http.get(f"https://desk.example.org/api/tickets/{number}").json()
    _, stage, status = of_ticket(found)
    click.echo(f"{stage}: {'open' if status == 'requestSent' else status}")


@cli.command()
@click.argument("policy_id")
def hooks(policy_id: str) -> None:
    """List what a policy calls, and when."""
    url = f"{GRAPH}/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{policy_id}/customExtensionStageSettings"
    with client() as http:
        for moment, extension in map(itemgetter("stage", "customExtension"), http.get(url).json()["value"]):
            click.echo(f"{moment}\t{extension['id']}")


if __name__ == "__main__":
    cli()
