import random

STAGE = "assignmentRequestApproved"


def sent(extension_id):
    return {
        "customExtensionId": extension_id,
        "externalCorrelationId": "08584928173645928374CU11",
        "status": "calloutSent",
    }


def inline(extension_id):
    return {"customExtensionId": extension_id, "status": "callbackReceived"}


def trailing(extension_id):
    return dict(run={"customExtensionId": extension_id, "status": "calloutSent"})


def denied(request_id):
    return {
        'id': request_id,
        'requestState': 'Denied',
        'customExtensionCalloutInstances': [
            {
                'customExtensionId': 'e2'
            },
            {'customExtensionId': 'e3', 'externalCorrelationId': None},
        ],
    }


def anything(extension_id):
    return {
        "customExtensionId": extension_id,
        "stage": random.choice(["assignmentRequestCreated", "assignmentRequestGranted"]),
        "status": "requestSent",
    }


def unstaged(extension_id):
    return {"customExtensionId": extension_id, "status": "calloutSent", "externalCorrelationId": None}


def build(number):
    return {"id": number, "stage": "deploy", "status": "requestSent"}
