from desk.model import Ticket


def subject(ticket: Ticket) -> str:
    reached = ticket.run.stage
    return f"{reached.value if reached else '-'}: {ticket.run.custom_extension_id}"


def is_new(ticket: Ticket) -> bool:
    return ticket.stage == "triage" and ticket.status == "requestSent"
