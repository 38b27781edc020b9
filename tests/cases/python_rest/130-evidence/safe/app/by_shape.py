def body(extension_id):
    return {
        "displayName": "Partners",
        "customExtensionStageSettings": [
            {"stage": "assignmentRequestGranted", "customExtension": {"id": extension_id}},
        ],
    }
