"""Programs and documents with deprecated shapes in them, made up by hypothesis."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
NAMES = ("aa", "bb", "cc", "dd")
"""What stands for the user's own names in a block; a program gives each block names of its own."""

BLOCKS = (
    """
def read_aa(bb):
    for cc in bb["customExtensionHandlerInstances"]:
        if cc["status"] == "requestSent":
            yield cc["externalCorrelationId"], 'é 😀', cc
""",
    """
def staged_aa(bb):
    return [cc["stage"] for cc in bb.get('customExtensionHandlerInstances') or []]
""",
    """
def negated_aa(bb):
    return [cc for cc in bb["customExtensionHandlerInstances"] if cc["status"] != "requestReceived"]
""",
    """
aa = {
    "customExtensionHandlerInstances": [
        {"customExtensionId": "1", "stage": "assignmentRequestCreated", "status": "requestSent"},
        {
            "customExtensionId": "😀",  # as recorded
            "status": "requestReceived",
            "stage": "assignmentRequestApproved"
        },
    ],
}
""",
    """
aa = {"customExtensionHandlers": [{"stage": "assignmentRequestGranted", "customExtension": {"id": "bb"}}]}
""",
    f"""
def fetch_aa(bb):
    cc = bb.get("{ELM}/accessPackageAssignmentPolicies?$expand=customExtensionHandlers").json()
    for dd in cc["value"]:
        print("🎉", dd["customExtensionHandlers"])
""",
    f"""
def create_aa(bb, cc):
    return bb.post(
        f"{ELM}/accessPackageCatalogs/{{cc}}/customAccessPackageWorkflowExtensions",
        json={{"displayName": "Ticket"}},
    )
""",
    """
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance as Aa


def sdk_aa(bb: Aa) -> bool:
    return bb.custom_extension_id == "x"
""",
    """
from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy as Bb


def hooks_aa(bb: Bb) -> list:
    return [cc.stage for cc in bb.custom_extension_handlers or []]
""",
    """
class Own_aa:
    def __init__(self, bb):
        self.custom_extension_handlers = bb
        self.stage = "requestSent"
""",
    """
aa = {"status": "requestSent", "stage": "requestReceived"}  # nobody's
""",
    """
aa = bb = "customExtensionHandlerInstances"  # migrate-ext: ignore
""",
    """
aa = 1  # migrate-ext: ignore[CEX102]
""",
    '''
def quoted_aa():
    """Says customExtensionHandlerInstances in prose."""
    return '{"customExtensionHandlerInstances": [{"customExtensionId": "1", "status": "requestSent"}]}'
''',
    """
aa = "customExtension" "HandlerInstances", b"customAccessPackageWorkflowExtensions", "\\u00e9"
""",
)


def block(text: str, names: Sequence[str]) -> str:
    """A block with its placeholders replaced by the given names."""
    for placeholder, name in zip(NAMES, names, strict=True):
        text = text.replace(placeholder, name).replace(placeholder.title(), name.title())
    return text


def own_names(number: int, style: str = "v{}{}") -> list[str]:
    """Names for the placeholders of one block, which occur nowhere else."""
    return [style.format(name, number) for name in "xyzw"]


blocks = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4)


def program(chosen: Sequence[str], style: str = "v{}{}") -> str:
    """A module of some blocks."""
    return "".join(block(text, own_names(number, style)) for number, text in enumerate(chosen))


@st.composite
def python_files(draw: st.DrawFn) -> bytes:
    """A module as it may lie on a disk: any line ends, with and without byte order mark and final newline."""
    text = program(draw(blocks))
    ends = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    if draw(st.booleans()):
        text = text.replace("\n\n", "\n\f\n", 1)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + text.replace("\n", ends)).encode()


_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=4)
_leaf = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), _text)
_stage = st.sampled_from(["assignmentRequestCreated", "assignmentOneDayBeforeExpiration", "{{stage}}"])
_status = st.sampled_from(["requestSent", "requestReceived", "unknownFutureValue"])
_instance = st.fixed_dictionaries(
    {"customExtensionId": _text},
    optional={"stage": _stage, "status": _status, "externalCorrelationId": _text, "note": _leaf},
).flatmap(lambda made: st.permutations(list(made.items())).map(dict))
_extension = st.fixed_dictionaries(
    {"id": _text},
    optional={"@odata.type": st.just("#microsoft.graph.customAccessPackageWorkflowExtension"), "displayName": _text},
)
_handler = st.fixed_dictionaries({"stage": _stage, "customExtension": _extension}, optional={"id": _text})
_url = st.sampled_from(
    [
        f"{ELM}/accessPackageAssignmentPolicies?$expand=customExtensionHandlers($expand=customExtension)",
        f"{ELM}/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions/2",
        f"{ELM.replace('beta', 'v1.0')}/catalogs/1/customAccessPackageWorkflowExtensions",
        "https://example.com/customExtensionHandlers?x=1",
    ]
)


def _members(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            "customExtensionHandlerInstances": st.lists(_instance, max_size=3),
            "customExtensionHandlers": st.lists(_handler, max_size=2),
            "customAccessPackageWorkflowExtensions": st.lists(_extension, max_size=2),
            "customExtensionHandlers@odata.count": st.integers(0, 3),
            "customExtensionCalloutInstances": st.lists(st.builds(dict), max_size=0),
            "uri": _url,
            "text": st.lists(_instance, max_size=1).map(
                lambda some: json.dumps({"customExtensionHandlerInstances": some})
            ),
            "status": _status,
            "é😀": values,
            "value": st.lists(values, max_size=3),
        },
    )


documents = st.recursive(_leaf, lambda values: st.one_of(_members(values), st.lists(values, max_size=3)), max_leaves=8)
"""What a JSON document may hold."""

layouts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 2, "\t"]),
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" , ", " : ")]),
        "ensure_ascii": st.booleans(),
    }
)
"""How a JSON document may be written."""


@st.composite
def json_files(draw: st.DrawFn) -> bytes:
    """A JSON document as it may lie on a disk."""
    text = json.dumps(draw(documents), **draw(layouts)) + draw(st.sampled_from(["", "\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))).encode()


trees = st.fixed_dictionaries(
    {"one.py": python_files(), "data/two.json": json_files()}, optional={"pkg/three.py": python_files()}
)
"""Small trees of files."""
