import responses
from responses.matchers import query_param_matcher

from elm import client


@responses.activate
def test_waiting():
    responses.get(
        f"{client.ELM}/accessPackageAssignmentRequests/r1",
        match=[query_param_matcher({"$expand": "customExtensionCalloutInstances"})],
        json={
            "id": "r1",
            "status": "requestSent",
            "customExtensionCalloutInstances": [
                {"customExtensionId": "e1", "externalCorrelationId": "c1", "status": "calloutSent"},
                {"customExtensionId": "e2", "externalCorrelationId": "c2", "status": "unknownFutureValue"},
            ],
        },
    )
    assert client.waiting("r1") == ["e1"]
    assert responses.calls[0].request.url.endswith("?$expand=customExtensionCalloutInstances")


@responses.activate
def test_extensions():
    responses.add(
        responses.GET,
        client.ELM + "/accessPackageCatalogs/c1/accessPackageCustomWorkflowExtensions",
        json={"value": [{"id": "e1", "displayName": "Ticket", "createdDateTime": "2023-05-04T10:00:00Z"}]},
    )
    assert client.extensions("c1") == {"e1": "Ticket"}
