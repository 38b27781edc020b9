from enum import Enum


class Key(str, Enum):
    RUNS = "customExtensionHandlerInstances"
    HOOKS = "customExtensionStageSettings"
    EXTENSIONS = "accessPackageCustomWorkflowExtensions"
    STAGE = "stage"
