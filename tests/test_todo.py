"""`fix --todo`: a comment above each statement that is left to do by hand, and never more than a comment."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.door import run

TODO = "# TODO(CEX103): stage of a custom extension's run has no successor; see `migrate-ext rules CEX103`"
HEAD = 'def stages(request):\n    runs = request["customExtensionHandlerInstances"]\n'


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def noted(body: str) -> str:
    """What `fix --todo` makes of a body that reads the stage of `runs`, without the head that it shares."""
    Path("app.py").write_bytes((HEAD + body).encode())
    run("fix", "--todo", "app.py")
    text = Path("app.py").read_bytes().decode()
    assert text.startswith(HEAD)
    assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(HEAD + body))
    run("fix", "--todo", "app.py")
    assert Path("app.py").read_bytes().decode() == text, "a second run adds nothing"
    return text.removeprefix(HEAD)


def test_it_stands_above_the_line_with_its_indentation() -> None:
    assert noted('    for run in runs:\n        print(run["stage"])\n') == (
        f'    for run in runs:\n        {TODO}\n        print(run["stage"])\n'
    )


def test_a_statement_of_several_lines_has_it_above_its_first() -> None:
    body = '    return sorted(\n        runs,\n        key=lambda run: run["stage"],\n    )\n'
    assert noted(body) == f"    {TODO}\n{body}"


def test_a_line_that_goes_on_after_a_backslash_is_not_torn() -> None:
    body = '    first = "x" \\\n        + runs[0]["stage"]\n    return first\n'
    assert noted(body) == f"    {TODO}\n{body}"


def test_two_reads_in_one_statement_need_one_comment() -> None:
    body = '    return runs[0]["stage"], runs[1]["stage"]\n'
    assert noted(body) == f"    {TODO}\n{body}"


def test_each_branch_has_its_own() -> None:
    assert noted('    if runs:\n        pass\n    elif runs[0]["stage"]:\n        return 1\n') == (
        f'    if runs:\n        pass\n    {TODO}\n    elif runs[0]["stage"]:\n        return 1\n'
    )


def test_a_case_has_it_above_its_pattern() -> None:
    assert noted('    match runs[0]:\n        case {"stage": stage}:\n            return stage\n') == (
        f'    match runs[0]:\n        {TODO}\n        case {{"stage": stage}}:\n            return stage\n'
    )


def test_a_statement_that_begins_on_the_last_line_of_a_string_gets_none() -> None:
    body = '    """Text\n    text"""; print(runs[0]["stage"])\n'
    assert noted(body) == body


def test_line_ends_are_those_of_the_file() -> None:
    assert noted('    return runs[0]["stage"]\r\n') == f'    {TODO}\r\n    return runs[0]["stage"]\r\n'


def test_a_line_without_an_end_keeps_none() -> None:
    assert noted('    return runs[0]["stage"]') == f'    {TODO}\n    return runs[0]["stage"]'


def test_what_a_comment_or_the_baseline_hides_gets_none() -> None:
    body = '    return runs[0]["stage"]  # migrate-ext: ignore[CEX103]\n'
    assert noted(body) == body
    Path("app.py").write_text(HEAD + '    return runs[0]["stage"]\n', encoding="utf-8")
    run("check", "--write-baseline", "known", "app.py")
    run("fix", "--todo", "--baseline", "known", "app.py")
    assert "TODO" not in Path("app.py").read_text(encoding="utf-8")


def test_fixes_and_comments_are_written_together_and_comments_are_not_counted_as_fixes() -> None:
    Path("app.py").write_text(HEAD + '    return runs[0]["stage"]\n', encoding="utf-8")
    patch = run("fix", "--todo", "--unsafe", "--diff", "app.py").text
    assert f"+    {TODO}\n" in patch
    assert '+    runs = request["customExtensionCalloutInstances"]\n' in patch
    report = run("fix", "--todo", "--unsafe", "--format", "json", "app.py").report
    assert [finding["code"] for finding in report["fixed"]] == ["CEX102"]
    assert [finding["range"]["start"]["line"] for finding in report["findings"]] == [4]


def test_documents_get_none() -> None:
    text = '{"customExtensionHandlerInstances": [], "customExtensionCalloutInstances": [{"stage": 1}]}'
    Path("app.json").write_text(text, encoding="utf-8")
    run("fix", "--todo", "app.json")
    assert "TODO" not in Path("app.json").read_text(encoding="utf-8")
