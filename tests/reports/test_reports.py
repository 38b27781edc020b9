"""Every format on the same reports: empty, ordinary, hostile, large."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from migrate_ext.core.finding import WEAKENED, Excerpt
from migrate_ext.core.report import RunError
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import FORMATS, Style, explain, saved
from migrate_ext.reports.json import to_dict
from migrate_ext.reports.words import cells
from tests.reports.samples import FULL, NOTHING, ONE, SAMPLES, by_hand, finding, numbered, rendered, report, span

if TYPE_CHECKING:
    from migrate_ext.core.report import Report


class TestJson:
    @pytest.mark.parametrize("made", [NOTHING, FULL, numbered(1000)])
    def test_it_follows_the_schema_and_comes_back(self, made: Report, tmp_path: Any) -> None:
        text = rendered("json", made)
        data = json.loads(text)
        schema = json.loads(saved.schema())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(data, schema)
        (tmp_path / "report.json").write_text(text, encoding="utf-8")
        assert to_dict(saved.load(str(tmp_path / "report.json"))) == data

    def test_keys_stand_in_the_documented_order(self) -> None:
        data = to_dict(FULL)
        assert list(data) == [
            *("schema_version", "tool", "command", "target", "summary"),
            *("findings", "fixed", "suppressed", "errors", "folded"),
        ]
        assert list(data["summary"]) == [
            *("files_scanned", "files_analyzed", "files_changed", "findings", "fixed", "suppressed", "baselined"),
            *("errors", "by_code", "by_applicability"),
        ]
        assert list(data["findings"][0]) == [
            *("code", "name", "severity", "message", "path", "language", "range", "symbol", "replacement", "context"),
            *("applicability", "group", "fix", "related", "fingerprint", "help", "url", "excerpt", "cell"),
        ]

    def test_the_schema_names_every_key(self) -> None:
        schema = json.loads(saved.schema())
        assert list(schema["properties"]) == list(to_dict(FULL))
        assert set(schema["$defs"]["finding"]["properties"]) == {*to_dict(FULL)["findings"][0], "removed", "by"}

    def test_it_is_utf_8_whatever_was_scanned(self) -> None:
        rendered("json", FULL).encode("utf-8")


class TestSaved:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "not valid JSON"),
            ("[" * 100_000, "not valid JSON"),
            ("[]", "no report of schema version 1"),
            ('{"schema_version": 2}', "no report of schema version 1"),
            ('{"schema_version": 1}', "'findings' must be a list"),
            ('{"schema_version": 1, "findings": [1]}', r"findings\[0\] must be an object"),
            ('{"schema_version": 1, "findings": [{"code": 1}]}', r"findings\[0\]: 'code' must be a string"),
        ],
    )
    def test_what_is_no_report_is_named(self, tmp_path: Any, text: str, message: str) -> None:
        path = tmp_path / "x.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(saved.SavedReportError, match=message) as caught:
            saved.load(str(path))
        assert str(caught.value).startswith(str(path))

    def test_several_become_one(self) -> None:
        merged = saved.merge([("a", FULL), ("b", report(finding(path="a.py")))])
        assert merged.summary.findings == 17
        assert merged.summary.files_scanned == 14
        assert merged.summary.by_code == {"CEX102": 15, "CEX103": 1, "CEX903": 1}
        assert [row.path for row in merged.findings] == sorted(row.path for row in merged.findings)
        assert [(part.name, part.summary.findings) for part in merged.parts] == [("a", 16), ("b", 1)]

    def test_one_has_no_parts(self) -> None:
        assert saved.merge([("a", FULL)]).parts == ()

    def test_a_merged_one_is_saved_as_a_usual_one(self) -> None:
        merged = saved.merge([("a", FULL), ("b", NOTHING)])
        jsonschema.validate(json.loads(rendered("json", merged)), json.loads(saved.schema()))


class TestText:
    def test_the_word_is_underlined(self) -> None:
        lines = rendered("text", report(finding())).splitlines()
        assert lines[0] == "src/app.py"
        assert lines[1] == "  3:8 CEX102 safe: oldName → newName"
        assert lines[2].index("oldName") == lines[3].index("^^^^^^^")
        assert lines[3].count("^") == 7

    @pytest.mark.parametrize("before", ["\t\t", "漢字", "é", "e\u0301", "\x1b[1m", "x" * 300, "漢" * 200])
    @pytest.mark.parametrize("width", [None, 60, 100])
    def test_the_underline_stands_below_the_word_whatever_is_before_it(self, before: str, width: int | None) -> None:
        column = len(before) + 1
        made = report(finding(range=span(3, column, column + 7), excerpt=Excerpt(3, (before + "oldName" + "y" * 200,))))
        _, _, source, carets, *_ = rendered("text", made, Style(width=width)).splitlines()
        assert cells(source[: source.index("oldName")]) == carets.index("^^^^^^^")
        assert cells(source) <= (width or 100)

    def test_a_pipe_gets_no_escape_sequences(self) -> None:
        text = rendered("text", FULL)
        assert "\x1b" not in text
        assert r"a\x1b[31m\nb\u2028::error::<script>.py" in text

    def test_a_terminal_gets_colours_and_links(self) -> None:
        text = rendered("text", report(finding()), Style(color=True, links=True, width=80))
        assert "\x1b[32msafe\x1b[0m" in text
        assert f"\x1b]8;;{RULES['CEX102'].url}\x1b\\" in text

    def test_weakening_is_said_once_a_group(self) -> None:
        weak = {"applicability": "unsafe", "group": "g", "help": f"{WEAKENED}stage (CEX103) at a.py:9:1"}
        text = rendered("text", report(*[finding(**weak, range=span(line, 8, 15)) for line in (3, 4, 5)]))
        assert text.count(WEAKENED.strip()) == 1
        text = rendered("text", report(*[finding(**weak)] * 3), Style(verbose=True))
        assert text.count(WEAKENED.strip()) == 3

    def test_advice_is_said_once_a_file(self) -> None:
        made = report(by_hand(), by_hand(range=span(5, 1, 4)), by_hand(path="z.py"))
        assert rendered("text", made).count("Rename it.") == 2

    def test_the_summary_names_the_next_commands(self) -> None:
        made = report(finding(), finding(applicability="unsafe"), by_hand(code="CEX103"))
        text = rendered("text", made, Style(arguments="--target v1.0 src"))
        assert "3 findings in 1 file: 1 safe, 1 unsafe, 1 by hand." in text
        assert "migrate-ext fix --target v1.0 src " in text
        assert "migrate-ext fix --unsafe --diff --target v1.0 src " in text
        assert "migrate-ext rules CEX103" in text
        assert "migrate-ext" not in rendered("text", made, Style(quiet=True))

    def test_nothing_found(self) -> None:
        assert rendered("text", report()) == "No deprecated shapes found in 7 files.\n"
        assert rendered("text", report(), Style(quiet=True)) == ""

    def test_errors_are_counted_in_words(self) -> None:
        one = RunError("a.py", "read", "Permission denied")
        assert rendered("text", report(errors=(one,))) == "No deprecated shapes found in 7 files (1 error).\n"
        hidden = (finding(by="comment"), finding(by="baseline"))
        text = rendered("text", report(errors=(one, one), suppressed=hidden))
        assert text.endswith(" in 7 files (1 suppressed, 1 in the baseline, 2 errors).\n")

    def test_what_was_fixed_and_lost(self) -> None:
        text = rendered("text", FULL)
        assert "  src/app.py: CEX102" in text
        assert 'line 3 lost {"stage": "assignmentRequestCreated"}' in text
        assert "… and 12 more of CEX102, not listed" in text

    def test_a_merged_report_has_a_row_for_each_report(self) -> None:
        text = rendered("text", saved.merge([("contoso\x1b/hr.json", FULL), ("部門.json", ONE)]))
        head, first, second, _ = text[text.index("report  ") :].split("\n", 3)
        assert head.split() == ["report", "findings", "safe", "unsafe", "by", "hand", "errors"]
        assert first.split() == [r"contoso\x1b/hr.json", "16", "13", "1", "2", "2"]
        assert second.split() == ["部門.json", "1", "1", "0", "0", "0"]
        assert cells(head) == cells(first) == cells(second)
        assert "report  " not in rendered("text", saved.merge([("a", FULL), ("b", ONE)]), Style(quiet=True))

    def test_statistics(self) -> None:
        text = rendered("text", report(finding(), finding()), Style(statistics=True))
        assert f"     2  CEX102  {RULES['CEX102'].title}" in text


def test_concise_is_one_line_for_each() -> None:
    lines = rendered("concise", FULL).splitlines()
    assert lines[0] == "src/app.py:3:8: CEX102 safe oldName was retired; use newName"
    assert len(lines) == 5
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_takes_each_report(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for made in SAMPLES.values():
        for style in (Style(), Style(color=True, width=50, verbose=True, statistics=True)):
            rendered(name, made, style)


@pytest.mark.parametrize("code", RULES)
def test_each_rule_is_explained_from_the_catalogue(code: str) -> None:
    rule, page = RULES[code], explain.page(code)
    words = " ".join(page.split())
    for part in (rule.code, rule.name, rule.title, rule.why, rule.todo, rule.url):
        assert " ".join(part.split()) in words
    for line in (rule.before + rule.after).splitlines():
        assert line in page
    assert code in explain.overview()
    assert re.search(r"\{(old|new)\}", page) is None
