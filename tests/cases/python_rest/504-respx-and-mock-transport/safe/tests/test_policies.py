import httpx
import pytest
import respx

from elm.policies import ENDPOINT, Hook, hooks

ANSWER = {
    "id": "p1",
    "customExtensionStageSettings": [
        {"id": "h1", "stage": "assignmentRequestCreated", "customExtension": {"id": "e1"}},
        {"id": "h2", "stage": "assignmentOneDayBeforeExpiration", "customExtension": {"id": "e2"}},
    ],
}
EXPECTED = [Hook("assignmentRequestCreated", "e1"), Hook("assignmentOneDayBeforeExpiration", "e2")]


@respx.mock
def test_asks_for_the_hooks_of_one_policy():
    route = respx.get(f"{ENDPOINT}/p1", params={"$expand": "customExtensionStageSettings"}).respond(json=ANSWER)
    with httpx.Client() as client:
        assert hooks(client, "p1") == EXPECTED
    assert dict(route.calls.last.request.url.params) == {"$expand": "customExtensionStageSettings"}


def test_through_a_transport():
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.query == b"%24expand=customExtensionStageSettings"
        return httpx.Response(200, json=ANSWER)

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        assert hooks(client, "p1") == EXPECTED


@pytest.mark.parametrize("status", [404, 429])
@respx.mock
def test_errors_are_raised(status):
    respx.get(url__startswith=f"{ENDPOINT}/p9?%24expand=customExtensionStageSettings").respond(status)
    with httpx.Client() as client, pytest.raises(httpx.HTTPStatusError):
        hooks(client, "p9")
