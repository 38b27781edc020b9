"""Request files: which lines are what, and what belongs to one request."""

from __future__ import annotations

import json

import pytest

from migrate_ext.languages.documents import http_syntax
from tests.languages.documents.fixing import facts, findings, fixed

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
REQUESTS = f"{ELM}/accessPackageAssignmentRequests"
OLD, NEW = "customExtensionHandlerInstances", "customExtensionCalloutInstances"
EXTENSIONS = f"{ELM}/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends(end: str) -> None:
    text = f'###\nGET {REQUESTS}\n  ?$expand={OLD}\n\n###\nPATCH {REQUESTS}/1\n\n{{\n "{OLD}": []\n}}\n'
    assert fixed("a.http", text.replace("\n", end)) == text.replace(OLD, NEW).replace("\n", end)


@pytest.mark.parametrize("name", ["a.http", "a.rest", "A.HTTP"])
@pytest.mark.parametrize(
    "line",
    ["GET {}", "get {}", "GET {} HTTP/1.1", "{}", "DELETE   {}  ", "  GET {}", "GET {}#top", "GET {}\n&$top=5"],
)
def test_request_lines(name: str, line: str) -> None:
    text = line.format(f"{REQUESTS}?$expand={OLD}")
    assert fixed(name, text) == text.replace(OLD, NEW)


def test_a_piece_of_a_url_ends_with_its_line() -> None:
    """What goes at the end of a line takes nothing of the next one along."""
    text = f"GET {REQUESTS}\n    ?$expand={NEW},{OLD}\n    &$top=5\n"
    assert fixed("a.http", text) == f"GET {REQUESTS}\n    ?$expand={NEW}\n    &$top=5\n"


def test_the_last_value_of_a_variable_counts_for_the_whole_file() -> None:
    text = f"@host = {ELM}\n\n###\nGET {{{{host}}}}/policies?$expand=customExtensionHandlers\n"
    assert fixed("a.http", text) == text.replace("customExtensionHandlers", "customExtensionStageSettings")


def test_requests_do_not_share_their_evidence() -> None:
    text = f"GET {REQUESTS}\n\n###\nGET https://example.com/customExtensionHandlers\n"
    assert findings("a.http", text) == []


def test_a_body_makes_the_url_in_a_variable_unsafe() -> None:
    """The variable holds the URL of a create request, so both change together or not at all."""
    text = f'@extensions = {EXTENSIONS}\n###\nPOST {{{{extensions}}}}\n\n{{"displayName": "x"}}\n'
    made = facts("a.http", text)
    assert [site.code for site in made.sites] == ["CEX302", "CEX303"]
    assert made.links == ((0, 1),)


def test_in_postman_too() -> None:
    body = {"mode": "raw", "raw": '{"displayName": "x"}'}
    request = {"method": "POST", "url": "{{extensions}}", "body": body}
    variables = [{"key": "extensions", "value": EXTENSIONS}]
    made = facts("a.postman_collection", json.dumps({"item": [{"request": request}], "variable": variables}))
    assert sorted(site.code for site in made.sites) == ["CEX302", "CEX303"]
    assert [set(pair) for pair in made.links] == [{0, 1}]


def test_what_is_filled_in_outside_strings_is_a_value() -> None:
    text = f'PATCH {REQUESTS}/1\n\n{{"{OLD}": [{{"customExtensionId": {{{{id}}}}, "stage": {{{{stage}}}}}}]}}\n'
    assert fixed("a.http", text) == text.replace(OLD, NEW).replace(', "stage": {{stage}}', "")


def test_comment_lines_in_a_body_are_no_part_of_it() -> None:
    text = f'PATCH {REQUESTS}/1\n\n{{\n# {OLD}: "\n// it\'s\n"{OLD}": []\n}}\n'
    assert fixed("a.http", text) == text.replace(f'"{OLD}"', f'"{NEW}"')


def test_a_separator_is_no_suppression() -> None:
    """Taking it out would make two requests one."""
    assert facts("a.http", f"GET {REQUESTS}\n\n### migrate-ext: ignore\nGET {REQUESTS}\n").suppressions == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GET /x\nA: b\n\nbody\n\n> {%\n### no separator? it is one\n", ["GET /x", "body"]),
        ("GET /x\n\n<root a='1'>\n</root>\n<> answer.json\n", ["GET /x", "<root a='1'>\n</root>"]),
        ("< {%\n  GET /script\n%}\nPOST /x\n\n< ./file.json\n", ["POST /x"]),
        ("# @name one\n@a=b\n@c =\n{{a}}/x\n   /y\n   ?z=1\n", ["GET {{a}}/x/y?z=1"]),
        ("HTTP/1.1 200 OK\nA: b\n\n{}\n", ["answer", "{}"]),
        ("Prose that does not begin as a request does.\n\nGET /x\n", []),
        ("", []),
    ],
)
def test_the_parts_of_a_request(text: str, parts: list[str]) -> None:
    request = http_syntax.read(text).requests[0]
    body = http_syntax.body_text(text, request)
    url = "".join(text[start:end] for start, end in request.url)
    shown = ["answer" if request.answer else f"{request.method} {url}"] if request.url or request.answer else []
    assert shown + ([body.value] if body is not None else []) == parts
