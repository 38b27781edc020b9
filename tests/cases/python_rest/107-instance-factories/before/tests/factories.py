import random

STAGE = "assignmentRequestApproved"


def sent(extension_id):
    return {
        "customExtensionId": extension_id,
        "externalCorrelationId": "08584928173645928374CU11",
        "stage": "assignmentRequestCreated",  # always the first one
        "status": "requestSent",
    }


def inline(extension_id):
    return {"stage": STAGE, "customExtensionId": extension_id, "status": "requestReceived"}


def trailing(extension_id):
    return dict(run={"customExtensionId": extension_id, "status": "requestSent", "stage": "assignmentRequestRemoved"})


def denied(request_id):
    return {
        'id': request_id,
        'requestState': 'Denied',
        'customExtensionHandlerInstances': [
            {
                'customExtensionId': 'e2',
                'stage': None
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
    return {"customExtensionId": extension_id, "status": "requestSent", "externalCorrelationId": None}


def build(number):
    return {"id": number, "stage": "deploy", "status": "requestSent"}
