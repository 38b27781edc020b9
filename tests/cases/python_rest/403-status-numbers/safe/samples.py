"""Recorded requests."""

WAITING = [{"customExtensionCalloutInstances": [{"customExtensionId": "bff7e459", "status": 6}]}]
SENT = {"customExtensionCalloutInstances": [{"customExtensionId": "bff7e459", "status": 1}, {"customExtensionId": "78eb8a5f", "status": 2}]}
NESTED = {
    "customExtensionCalloutInstances": [
        {
            "customExtensionId": "bff7e459",
            "status": (6),
        },
    ],
}
MIGRATED = {"customExtensionCalloutInstances": [{"customExtensionId": "bff7e459", "status": 3}]}
