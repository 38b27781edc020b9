from service.models import AssignmentRequest, Callback


def test_aliases():
    request = AssignmentRequest.model_validate({"id": "5f1c3b2a", "customExtensionHandlerInstances": []})
    assert request.callouts == []


def test_by_name():
    assert AssignmentRequest(id="5f1c3b2a", callouts=[]).id == "5f1c3b2a"


def test_default_status():
    assert Callback(stage="granted", correlation="c1").status == "requestReceived"
