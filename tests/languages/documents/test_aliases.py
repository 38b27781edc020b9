"""Aliases in YAML: what is removed is what stands there, not what the anchor holds."""

from __future__ import annotations

from tests.languages.documents.fixing import fixed


def test_a_list_that_ends_in_an_alias_goes_as_a_whole() -> None:
    rest = """customExtensionStageSettings:
- id: b
  stage: assignmentRequestGranted
  customExtension: {id: e1}
"""
    gone = """customExtensionHandlers:
- &one
  id: a
  stage: assignmentRequestGranted
  customExtension: {id: e1}
- *one
"""
    assert fixed("a.yaml", gone + rest) == rest
