from enum import Enum


class Key(str, Enum):
    RUNS = "customExtensionCalloutInstances"
    HOOKS = "customExtensionStageSettings"
    EXTENSIONS = "accessPackageCustomWorkflowExtensions"
    STAGE = "stage"
