"""Opens tickets for runs that nobody answered."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Ticket:
    run: str
    stage: str = "new"
    status: str = "requestSent"


def open_tickets(request: AccessPackageAssignmentRequest) -> list[Ticket]:
    return [
        Ticket(run=run.external_correlation_id or "", stage="triage")
        for run in request.custom_extension_callout_instances or []
    ]


def escalate(ticket: Ticket) -> Ticket:
    if ticket.status != "requestReceived" and ticket.stage == "triage":
        return replace(ticket, stage="second line")
    return ticket


def row(ticket: Ticket) -> str:
    return asdict(ticket)["stage"] + ticket.status


def copied(request: AccessPackageAssignmentRequest) -> list[Ticket]:
    tickets = []
    for run in request.custom_extension_callout_instances or []:
        tickets.append(Ticket(run.custom_extension_id or "", stage=str(run.stage)))
    return [ticket for ticket in tickets if ticket.stage]
