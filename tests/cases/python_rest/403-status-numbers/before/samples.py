"""Recorded requests."""

WAITING = [{"customExtensionHandlerInstances": [{"customExtensionId": "bff7e459", "status": 3}]}]
SENT = {"customExtensionHandlerInstances": [{"customExtensionId": "bff7e459", "status": 1}, {"customExtensionId": "78eb8a5f", "status": 2}]}
NESTED = {
    "customExtensionHandlerInstances": [
        {
            "customExtensionId": "bff7e459",
            "status": (3),
        },
    ],
}
MIGRATED = {"customExtensionCalloutInstances": [{"customExtensionId": "bff7e459", "status": 3}]}
