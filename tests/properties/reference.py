"""The rules on data (migration.md, 3.3 to 3.6) on plain values, written without the product, and documents for them."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st


class Collection(NamedTuple):
    """A deprecated collection: its new name, and where the identity of an element stands."""

    new: str
    identity: tuple[tuple[str, ...], ...]


COLLECTIONS = {
    "customExtensionHandlerInstances": Collection(
        "customExtensionCalloutInstances", (("customExtensionId",), ("externalCorrelationId",))
    ),
    "customExtensionHandlers": Collection("customExtensionStageSettings", (("stage",), ("customExtension", "id"))),
    "customAccessPackageWorkflowExtensions": Collection("accessPackageCustomWorkflowExtensions", (("id",),)),
}
RUNS = "customExtensionHandlerInstances"
GRAPH = "#microsoft.graph."
NEW_TYPES = {
    f"{GRAPH}customExtensionHandlerInstance": f"{GRAPH}customExtensionCalloutInstance",
    f"{GRAPH}customExtensionHandler": f"{GRAPH}customExtensionStageSetting",
}
EXTENSION = f"{GRAPH}customAccessPackageWorkflowExtension"
STATUSES = {"requestSent": "calloutSent", "requestReceived": "callbackReceived"}
OF_REQUEST = ["assignmentRequestCreated", "assignmentRequestRemoved"]
OF_ASSIGNMENT = ["assignmentOneDayBeforeExpiration", "assignmentFourteenDaysBeforeExpiration"]


def migrated(value: Any, *, unsafe: bool) -> Any:
    """What a fix makes of a document."""
    if isinstance(value, list):
        return [migrated(item, unsafe=unsafe) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: migrated(item, unsafe=unsafe) for key, item in value.items() if key not in COLLECTIONS}
    for old in value.keys() & COLLECTIONS.keys():
        new, identity = COLLECTIONS[old]
        elements, guessed = _elements(value[old], runs=old == RUNS)
        if value.get(new) and value[old]:
            known = [_identity(item, identity) for item in value[new]]
            same = all(None not in one and one in known for one in (_identity(item, identity) for item in value[old]))
            kept |= {} if same and unsafe else {old: value[old]}
        elif new not in value or value[old]:
            kept |= {old: value[old]} if guessed and not unsafe else {new: elements}
    return kept


def _elements(value: Any, *, runs: bool) -> tuple[Any, bool]:
    """The elements of a collection, and whether anything is lost or guessed."""
    made = [_element(item, None, runs=runs) for item in value or ()]
    return (value if value is None else [new for new, _ in made]), any(guessed for _, guessed in made)


def _element(value: dict[str, Any], stage: str | None, *, runs: bool) -> tuple[dict[str, Any], bool]:
    kept = dict(value)
    guessed = runs and "stage" in kept
    if runs:
        kept.pop("stage", None)
        guessed |= value.get("status") == "requestReceived"
        kept |= {"status": STATUSES.get(value["status"], value["status"])} if "status" in value else {}
    if value.get("@odata.type") == EXTENSION:
        concrete = "Assignment" if stage in OF_ASSIGNMENT else "AssignmentRequest"
        kept["@odata.type"], guessed = f"{GRAPH}accessPackage{concrete}WorkflowExtension", guessed or stage is None
    elif "@odata.type" in value:
        kept["@odata.type"] = NEW_TYPES[value["@odata.type"]]
    if "customExtension" in value:
        kept["customExtension"], more = _element(value["customExtension"], value.get("stage"), runs=False)
        guessed |= more
    return kept, guessed


def _identity(value: Any, paths: tuple[tuple[str, ...], ...]) -> list[Any]:
    found = []
    for path in paths:
        inner = value
        for name in path:
            inner = inner.get(name) if inner is not None else None
        found.append(inner)
    return found


def shuffled(pairs: dict[str, st.SearchStrategy[Any]], *, always: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """Objects with some of the keys in any order."""
    required = {key: pairs[key] for key in always}
    optional = {key: value for key, value in pairs.items() if key not in required}
    objects = st.fixed_dictionaries(required, optional=optional)
    return objects.flatmap(lambda found: st.permutations(list(found.items())).map(dict))


text = st.sampled_from(
    ["e1", "a,b", 'q"x', "# h", "it's", "é😀", "stage: x", "{", "requestSent", "line\nend", "\\u0063"]
)
_id = st.sampled_from(["e1", "e2"])
_types = list(NEW_TYPES)
instances = shuffled(
    {
        "customExtensionId": text,
        "externalCorrelationId": text,
        "stage": st.sampled_from([*OF_REQUEST, None]),
        "status": st.sampled_from([*STATUSES, "unknownFutureValue", None]),
        "@odata.type": st.just(_types[0]),
        "own": st.one_of(st.none(), st.booleans(), st.integers(), text),
    }
)
extensions = shuffled({"id": _id, "@odata.type": st.just(EXTENSION), "displayName": text}, always=("id",))
handlers = shuffled(
    {
        "id": text,
        "stage": st.sampled_from([*OF_REQUEST, *OF_ASSIGNMENT]),
        "@odata.type": st.just(_types[1]),
        "customExtension": extensions,
    },
    always=("stage", "customExtension"),
)
_new = {
    "customExtensionCalloutInstances": st.fixed_dictionaries({"customExtensionId": _id, "externalCorrelationId": _id}),
    "customExtensionStageSettings": st.fixed_dictionaries(
        {"stage": st.sampled_from(OF_REQUEST), "customExtension": st.fixed_dictionaries({"id": _id})}
    ),
    "accessPackageCustomWorkflowExtensions": st.fixed_dictionaries({"id": _id, "displayName": text}),
}
_old = {
    RUNS: st.one_of(st.none(), st.lists(instances, max_size=3)),
    "customExtensionHandlers": st.lists(handlers, max_size=2),
    "customAccessPackageWorkflowExtensions": st.lists(extensions, max_size=2),
}
_members = {"id": text, "accessPackageId": text, "stage": text, "status": st.just("requestSent"), **_old}
_twice = {name: st.one_of(st.none(), st.lists(item, max_size=2)) for name, item in _new.items()}


def _documents(members: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    record = shuffled(members, always=("accessPackageId",))
    nested = shuffled({**members, "related": st.lists(record, max_size=2)}, always=("accessPackageId",))
    return st.one_of(record, nested, st.fixed_dictionaries({"value": st.lists(nested, min_size=1, max_size=2)}))


documents = _documents(_members)
"""Records, alone, nested and in pages, with the old collections."""
bridged = _documents({**_members, **_twice})
"""The same with both names of some of the collections."""
