from typing import Final

RUNS: Final = "customExtensionCalloutInstances"
COLUMNS = ("id", "stage", "status")
OPEN = "calloutSent"
TICKET_OPEN = "requestSent"
