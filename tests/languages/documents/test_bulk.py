"""Records that are told apart without being read give what reading them gives, however they are written."""

from __future__ import annotations

from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from migrate_ext.core.source import Source
from migrate_ext.languages.documents import json_files

MEMBERS = (
    '"customExtensionId": "e1"',
    '"externalCorrelationId" : "c1"',
    '"stage": "assignmentRequestCreated"',
    '"stage":"assignmentRequestGranted"',
    '"Stage": "assignmentRequestCreated"',
    '"status": "requestSent"',
    '"status": null',
    '"Status": "RequestReceived"',
    '"stage": 7',
    '"note": "stage, status"',
)
GAPS = ("", " ", "\n  ", "\r\n\t", " \n", "\n\n   ")


@st.composite
def elements(draw: st.DrawFn) -> str:
    """An instance whose members stand in any order, with any blanks before and behind each comma."""
    gap = st.sampled_from(GAPS)
    members = draw(st.lists(st.sampled_from(MEMBERS), max_size=4))
    text = ""
    for number, member in enumerate(members):
        text += (draw(gap) + "," if number else "") + draw(gap) + member
    return "{" + text + draw(gap) + "}"


@st.composite
def exports(draw: st.DrawFn) -> str:
    """An export of a few records; the later ones often end like the first."""
    pool = draw(st.lists(elements(), min_size=1, max_size=3))
    arrays = draw(st.lists(st.lists(st.sampled_from(pool), max_size=3), min_size=1, max_size=4))
    comma = draw(st.sampled_from((",", ", ", " ,\n ")))
    records = (f'{{"id": "1", "customExtensionHandlerInstances": [{comma.join(array)}]}}' for array in arrays)
    return f'{{"value": [{comma.join(records)}]}}'


@example(
    '{"value": [{"customExtensionHandlerInstances": [{"Stage": "assignmentRequestCreated"}]}]}'
)  # no word of its own
@given(exports())
@settings(max_examples=300, deadline=None)
def test_telling_records_apart_finds_what_reading_them_finds(text: str) -> None:
    source = Source("export.json", text, "utf-8")
    read = json_files.extract(source, lines=False)
    with mock.patch.object(json_files, "LARGE", 0):
        told_apart = json_files.extract(source, lines=False)
    # where a value comes from the links say, too
    assert [site._replace(sources=()) for site in told_apart.sites] == [
        site._replace(sources=()) for site in read.sites
    ]
    assert set(told_apart.links) == set(read.links)
