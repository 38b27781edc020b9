from unittest.mock import Mock

from elm.runs import states


def test_counts_states():
    http = Mock()
    http.get.return_value.json.return_value = {
        "value": [
            {
                "id": "r1",
                "customExtensionHandlerInstances": [
                    {"customExtensionId": "e1", "stage": "assignmentRequestGranted", "status": "requestReceived"},
                    {"customExtensionId": "e2", "status": "requestSent"},
                ],
            }
        ]
    }
    assert states(http, "https://graph.example/requests").total() == 2
