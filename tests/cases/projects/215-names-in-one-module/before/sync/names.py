KEY = "customExtensionHandlerInstances"
EXTENSIONS = "customAccessPackageWorkflowExtensions"


class Status:
    SENT = "requestSent"


class Mail:
    QUEUED = "requestSent"
