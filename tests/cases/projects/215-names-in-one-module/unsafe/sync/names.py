KEY = "customExtensionCalloutInstances"
EXTENSIONS = "accessPackageCustomWorkflowExtensions"


class Status:
    SENT = "calloutSent"


class Mail:
    QUEUED = "requestSent"
