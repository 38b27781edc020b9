"""Names of the Graph fields that we touch."""

RUNS = "customExtensionHandlerInstances"
STATUS = "status"
CORRELATION = "externalCorrelationId"

WAITING = "requestSent"


class Policy:
    HOOKS = "customExtensionHandlers"
    PACKAGE = "accessPackageId"
