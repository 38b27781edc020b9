"""Names of the Graph fields that we touch."""

RUNS = "customExtensionCalloutInstances"
STATUS = "status"
CORRELATION = "externalCorrelationId"

WAITING = "calloutSent"


class Policy:
    HOOKS = "customExtensionStageSettings"
    PACKAGE = "accessPackageId"
