"""Generated documents: a fix is what a reference on plain values does, in every notation, and no other byte moves."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.languages.documents.fixing import findings, fixed

NEW_KEYS = {
    "customExtensionHandlerInstances": "customExtensionCalloutInstances",
    "customExtensionHandlers": "customExtensionStageSettings",
}
NEW_TYPES = {
    "#microsoft.graph.customExtensionHandlerInstance": "#microsoft.graph.customExtensionCalloutInstance",
    "#microsoft.graph.customExtensionHandler": "#microsoft.graph.customExtensionStageSetting",
}
EXTENSION = "#microsoft.graph.customAccessPackageWorkflowExtension"
STATUSES = {"requestSent": "calloutSent", "requestReceived": "callbackReceived"}
OF_REQUEST = ["assignmentRequestCreated", "assignmentRequestRemoved"]
OF_ASSIGNMENT = ["assignmentOneDayBeforeExpiration", "assignmentFourteenDaysBeforeExpiration"]


def reference(value: Any, *, instance: bool = False, stage: Any = None) -> Any:
    """The rules on plain values."""
    if isinstance(value, list):
        return [reference(item, instance=instance) for item in value]
    if not isinstance(value, dict):
        return value
    kept: dict[Any, Any] = {}
    for key, item in value.items():
        if instance and key == "stage":
            continue
        if instance and key == "status":
            kept[key] = STATUSES.get(item, item)
        elif item == EXTENSION:
            concrete = "Assignment" if stage in OF_ASSIGNMENT else "AssignmentRequest"
            kept[key] = f"#microsoft.graph.accessPackage{concrete}WorkflowExtension"
        elif key == "@odata.type":
            kept[key] = NEW_TYPES.get(str(item), item)
        else:
            beside = value.get("stage") if key == "customExtension" else None
            inside = key == "customExtensionHandlerInstances"
            kept[NEW_KEYS.get(key, key)] = reference(item, instance=inside, stage=beside)
    return kept


def shuffled(pairs: dict[str, st.SearchStrategy[Any]], *, fixed_keys: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """Objects with some of the keys in any order."""
    required = {key: pairs[key] for key in fixed_keys}
    optional = {key: value for key, value in pairs.items() if key not in required}
    objects = st.fixed_dictionaries(required, optional=optional)
    return objects.flatmap(lambda found: st.permutations(list(found.items())).map(dict))


text = st.sampled_from(
    ["e1", "a,b", 'q"x', "# h", "it's", "é😀", "stage: x", "{", "requestSent", "line\nend", "\\u0063"]
)
instances = shuffled(
    {
        "customExtensionId": text,
        "externalCorrelationId": text,
        "stage": st.sampled_from([*OF_REQUEST, None]),
        "status": st.sampled_from([*STATUSES, "unknownFutureValue", None]),
        "@odata.type": st.just("#microsoft.graph.customExtensionHandlerInstance"),
        "own": st.one_of(st.none(), st.booleans(), st.integers(), text),
    }
)
handlers = shuffled(
    {
        "id": text,
        "stage": st.sampled_from([*OF_REQUEST, *OF_ASSIGNMENT]),
        "@odata.type": st.just("#microsoft.graph.customExtensionHandler"),
        "customExtension": shuffled({"id": text, "@odata.type": st.just(EXTENSION)}, fixed_keys=("id",)),
    },
    fixed_keys=("stage", "customExtension"),
)
records = shuffled(
    {
        "id": text,
        "accessPackageId": text,
        "stage": text,
        "status": st.just("requestSent"),
        "customExtensionHandlerInstances": st.one_of(st.none(), st.lists(instances, max_size=3)),
        "customExtensionHandlers": st.lists(handlers, max_size=2),
    },
    fixed_keys=("accessPackageId",),
)
payloads = st.one_of(records, st.fixed_dictionaries({"value": st.lists(records, min_size=1, max_size=3)}))
layouts = st.sampled_from(
    [
        {"indent": None, "separators": (",", ":")},
        {"indent": None, "separators": (", ", " : ")},
        {"indent": 2, "separators": (",", ": ")},
        {"indent": "\t", "separators": (" ,", ": ")},
    ]
)
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(payloads, layouts, st.booleans())
def test_a_fixed_json_text_is_the_reference_applied(payload: Any, layout: Any, ascii_only: bool) -> None:  # noqa: FBT001
    before = json.dumps(payload, ensure_ascii=ascii_only, **layout)
    after = fixed("a.json", before)
    assert json.loads(after) == reference(payload)
    assert fixed("a.json", after) == after


@QUICK
@given(payloads, layouts)
def test_line_ends_and_everything_but_the_words_stay(payload: Any, layout: Any) -> None:
    before = json.dumps(payload, **layout)
    assert fixed("a.json", before.replace("\n", "\r\n")) == fixed("a.json", before).replace("\n", "\r\n")


@QUICK
@given(payloads, st.sampled_from([None, False, True]), st.sampled_from([2, 4]))
def test_yaml_says_the_same_as_json(payload: Any, flow: bool | None, indent: int) -> None:  # noqa: FBT001
    before = yaml.safe_dump(payload, sort_keys=False, default_flow_style=flow, indent=indent, allow_unicode=True)
    assert sorted(findings("a.yaml", before)) == sorted(findings("a.json", json.dumps(payload)))
    assert yaml.safe_load(fixed("a.yaml", before)) == reference(payload)


@QUICK
@given(payloads, layouts)
def test_json_in_a_string_says_the_same_as_outside(payload: Any, layout: Any) -> None:
    inner = json.dumps(payload, **layout)
    after = fixed("a.json", json.dumps({"body": json.dumps({"content": inner})}))
    assert json.loads(json.loads(after)["body"])["content"] == fixed("b.json", inner)


@QUICK
@given(st.lists(payloads, min_size=1, max_size=4))
def test_each_line_of_ndjson_is_a_document(several: list[Any]) -> None:
    lines = [json.dumps(payload) for payload in several]
    assert fixed("a.ndjson", "\n".join(lines)).split("\n") == [fixed("a.json", line) for line in lines]


@QUICK
@given(payloads)
def test_comments_and_trailing_commas_change_nothing_that_is_found(payload: Any) -> None:
    strict = json.dumps(payload, indent=1)
    lenient = strict.replace("{\n", "{ // a comment\n").replace("\n}", ",\n}") if payload else strict
    if "{,\n" in lenient.replace(" // a comment\n", "").replace(" ", ""):
        return
    assert findings("a.jsonc", lenient) == findings("a.json", strict)


@pytest.mark.parametrize("style", ["|", ">", "'", '"'])
@settings(QUICK, max_examples=20)
@given(payload=payloads)
def test_every_yaml_scalar_carries_json(style: str, payload: Any) -> None:
    inner = json.dumps(payload, indent=2)
    before = yaml.safe_dump({"body": inner}, default_style=style, width=10000)
    assert yaml.safe_load(fixed("a.yaml", before))["body"] == fixed("a.json", inner)
