INTERNS = {
    "accessPackageId": "p1",
    "customExtensionStageSettings": [{"stage": "assignmentRequestCreated", "customExtension": {"id": "e1"}}],
}

GUESTS = {
    "accessPackageId": "p2",
    "customExtensionStageSettings": [{"stage": "assignmentRequestCreated", "customExtension": {"id": "e1"}}],
}

DOUBLE = {
    "accessPackageId": "p3",
    "customExtensionStageSettings": [
        {"stage": "assignmentRequestGranted", "customExtension": {"id": "e2"}},
        {"stage": "assignmentRequestRemoved", "customExtension": {"id": "e3"}},
    ],
}


def any_seed(hooks):
    return {"accessPackageId": "p4", "customExtensionHandlers": hooks, "customExtensionStageSettings": hooks}
