"""Bodies that the sandbox replays against the receiver; nothing here is parsed."""

EMPTY = b'{"id": "r0", "requestState": "Denied", "customExtensionCalloutInstances": []}'

ESCAPED = "{\"id\": \"r1\", \"customExtensionCalloutInstances\": [{\"customExtensionId\": \"e1\", \"status\": \"calloutSent\"}]}"

STAGED = """{
  "id": "r2",
  "customExtensionCalloutInstances": [
    {
      "@odata.type": "#microsoft.graph.customExtensionCalloutInstance",
      "customExtensionId": "e1",
      "status": "calloutSent"
    },
    {"customExtensionId": "e2", "status": "callbackReceived"}
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
