from unittest.mock import Mock

from elm.runs import states


def test_counts_states():
    http = Mock()
    http.get.return_value.json.return_value = {
        "value": [
            {
                "id": "r1",
                "customExtensionCalloutInstances": [
                    {"customExtensionId": "e1", "status": "callbackReceived"},
                    {"customExtensionId": "e2", "status": "calloutSent"},
                ],
            }
        ]
    }
    assert states(http, "https://graph.example/requests").total() == 2
