from unittest.mock import Mock

from recon.runs import waiting


def test_nothing_waits():
    client = Mock()
    client.get.return_value.json.return_value = {"customExtensionCalloutInstances": []}
    assert not waiting(client, "r1")
