"""Two collections that go from one object: each by itself where their removals have nothing in common."""

from __future__ import annotations

import pytest

from tests.languages.documents.fixing import fixed

EMPTY = '"customExtensionHandlers": []'
LOST = '"customExtensionHandlerInstances": [{"customExtensionId": "1", "externalCorrelationId": "2"}]'
KEPT = '"customExtensionStageSettings": [], "customExtensionCalloutInstances": ' + LOST.partition(": ")[2]


@pytest.mark.parametrize("members", [(EMPTY, LOST, KEPT), (EMPTY, KEPT, LOST), (LOST, KEPT, EMPTY)])
def test_an_empty_one_goes_though_the_other_waits_for_unsafe(members: tuple[str, ...]) -> None:
    before = "{" + ", ".join(members) + "}"
    assert fixed("a.json", before, unsafe=False) == "{" + ", ".join(one for one in members if one != EMPTY) + "}"
    assert fixed("a.json", before) == "{" + KEPT + "}"


def test_at_the_end_of_an_object_they_share_a_comma_and_go_together() -> None:
    before = "{" + f"{KEPT}, {LOST}, {EMPTY}" + "}"
    assert fixed("a.json", before, unsafe=False) == before
    assert fixed("a.json", before) == "{" + KEPT + "}"
