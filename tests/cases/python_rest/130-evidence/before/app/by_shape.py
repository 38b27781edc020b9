def body(extension_id):
    return {
        "displayName": "Partners",
        "customExtensionHandlers": [
            {"stage": "assignmentRequestGranted", "customExtension": {"id": extension_id}},
        ],
    }
