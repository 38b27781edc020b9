from enum import Enum


class Key(str, Enum):
    RUNS = "customExtensionHandlerInstances"
    HOOKS = "customExtensionHandlers"
    EXTENSIONS = "customAccessPackageWorkflowExtensions"
    STAGE = "stage"
