import json

REQUEST = json.loads('{"customExtensionCalloutInstances": [{"customExtensionId": "1", "stage": "assignmentRequestCreated"}]}')
EMPTY = json.loads('{"customExtensionCalloutInstances": []}')
NOTE = "customExtensionCalloutInstances is the new name"
