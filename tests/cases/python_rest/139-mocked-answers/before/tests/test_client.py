import responses
from responses.matchers import query_param_matcher

from elm import client


@responses.activate
def test_waiting():
    responses.get(
        f"{client.ELM}/accessPackageAssignmentRequests/r1",
        match=[query_param_matcher({"$expand": "customExtensionHandlerInstances"})],
        json={
            "id": "r1",
            "status": "requestSent",
            "customExtensionHandlerInstances": [
                {"customExtensionId": "e1", "externalCorrelationId": "c1", "status": "requestSent"},
                {"customExtensionId": "e2", "externalCorrelationId": "c2", "status": "unknownFutureValue"},
            ],
        },
    )
    assert client.waiting("r1") == ["e1"]
    assert responses.calls[0].request.url.endswith("?$expand=customExtensionHandlerInstances")


@responses.activate
def test_extensions():
    responses.add(
        responses.GET,
        client.ELM + "/accessPackageCatalogs/c1/customAccessPackageWorkflowExtensions",
        json={"value": [{"id": "e1", "displayName": "Ticket", "createdDateTime": "2023-05-04T10:00:00Z"}]},
    )
    assert client.extensions("c1") == {"e1": "Ticket"}
