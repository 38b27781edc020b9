"""Two collections that go from one object: each by itself where their removals have nothing in common."""

from __future__ import annotations

import pytest

from tests.languages.documents.fixing import applicabilities, fixed

EMPTY = '"customExtensionHandlers": []'
LOST = '"customExtensionHandlerInstances": [{"customExtensionId": "1", "externalCorrelationId": "2"}]'
KEPT = '"customExtensionStageSettings": [], "customExtensionCalloutInstances": ' + LOST.partition(": ")[2]


@pytest.mark.parametrize("members", [(EMPTY, LOST, KEPT), (EMPTY, KEPT, LOST), (LOST, KEPT, EMPTY)])
def test_an_empty_one_goes_though_the_other_waits_for_unsafe(members: tuple[str, ...]) -> None:
    before = "{" + ", ".join(members) + "}"
    assert fixed("a.json", before, unsafe=False) == "{" + ", ".join(one for one in members if one != EMPTY) + "}"
    assert fixed("a.json", before) == "{" + KEPT + "}"


@pytest.mark.parametrize("gap", ["", " ", "\n  "])
def test_at_the_end_of_an_object_each_takes_the_comma_before_it(gap: str) -> None:
    members = (KEPT, LOST, EMPTY)
    before, safe, unsafe = ("{" + f",{gap}".join(members[:count]) + "\n}" for count in (3, 2, 1))
    assert fixed("a.json", before, unsafe=False) == safe
    assert fixed("a.json", before) == unsafe


def test_members_that_a_comment_holds_together_go_together() -> None:
    before = "{\n" + f"  {KEPT}, // one\n  {LOST}, // two\n  {EMPTY} // three\n" + "}"
    assert fixed("a.jsonc", before, unsafe=False) == before
    assert fixed("a.jsonc", before) == "{\n" + f"  {KEPT} // one\n" + "}"


def test_the_next_member_of_a_yaml_item_takes_the_place_of_the_first() -> None:
    first, second = "accessPackageCustomWorkflowExtensions: null", "customExtensionStageSettings: null"
    rest = """status: sent
  customExtensionHandlers: [{stage: assignmentRequestCreated, customExtension: {id: e1}}]
  customAccessPackageWorkflowExtensions: [{id: e1}]
"""
    renamed = rest.replace("customExtensionHandlers", "customExtensionStageSettings")
    renamed = renamed.replace("customAccessPackageWorkflowExtensions", "accessPackageCustomWorkflowExtensions")
    assert fixed("a.yaml", f"- {first}\n  {second}\n  {rest}") == f"- {renamed}"
    assert fixed("a.yaml", f"- {second}\n  {rest}") == f"- {renamed}"


def test_no_two_keys_of_an_object_become_one() -> None:
    old, new = "microsoft.graph.customExtensionHandlerInstance", "microsoft.graph.customExtensionCalloutInstance"
    before = f'{{"{old}": {{"a": 1}}, "{new}": 2}}'
    assert fixed("a.json", before) == before
    assert [row[2] for row in applicabilities("a.json", before)] == ["manual"]
