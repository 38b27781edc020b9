from recon.client import pages
from recon.rules import is_failed


def failed() -> list[str]:
    return [entry["id"] for entry in pages("/auditLogs/provisioning") if is_failed(entry)]
