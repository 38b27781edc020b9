"""Bodies that the sandbox replays against the receiver; nothing here is parsed."""

EMPTY = b'{"id": "r0", "requestState": "Denied", "customExtensionCalloutInstances": []}'

ESCAPED = "{\"id\": \"r1\", \"customExtensionCalloutInstances\": [{\"customExtensionId\": \"e1\", \"status\": \"calloutSent\"}]}"

STAGED = """{
  "id": "r2",
  "customExtensionHandlerInstances": [
    {
      "@odata.type": "#microsoft.graph.customExtensionHandlerInstance",
      "customExtensionId": "e1",
      "stage": "assignmentRequestApproved",
      "status": "requestSent"
    },
    {"customExtensionId": "e2", "status": "requestReceived", "stage": "assignmentRequestGranted"}
  ]
}
"""

COPIED = '''
{
    "displayName": "Interns",
    "accessPackageId": "p1",
    "customExtensionStageSettings": [
        {"stage": "assignmentRequestCreated", "customExtension": {"id": "e1"}}
    ]
}
'''

POLICY = '{"accessPackageId": "p2", "customExtensionStageSettings": [{"stage": "assignmentRequestRemoved", "customExtension": {"id": "e9"}}]}'

TICKET = '{"id": "t1", "stage": "triage", "status": "requestSent"}'
