from typing import Final

RUNS: Final = "customExtensionHandlerInstances"
COLUMNS = ("id", "stage", "status")
OPEN = "requestSent"
TICKET_OPEN = "requestSent"
