KEY = "customExtensionHandlerInstances"
EXTENSIONS = "accessPackageCustomWorkflowExtensions"


class Status:
    SENT = "requestSent"


class Mail:
    QUEUED = "requestSent"
