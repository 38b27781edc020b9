"""Texts of an editor in the place of files, and runs that take in a new text without looking at the project again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from migrate_ext.engine import runner
from migrate_ext.engine.analysis import Analysis, analyze
from migrate_ext.engine.options import Options
from migrate_ext.engine.renewal import renewed
from tests.engine import fakes

if TYPE_CHECKING:
    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source
    from tests.engine.conftest import Write

HEAD = f"# {fakes.WORD}\n"


def symbols(run: Analysis | None) -> list[tuple[str, str]]:
    assert run is not None
    return sorted((verdict.path, verdict.site.symbol) for verdict in run.verdicts)


def look(**texts: str) -> Analysis:
    options = Options(texts={f"{name}.py": text for name, text in texts.items()})
    return analyze(options, extract=fakes.extract, solve=fakes.solve)


class TestTexts:
    def test_a_text_counts_in_the_place_of_its_file(self, write: Write) -> None:
        write({"a.py": "old1\n", "b.py": "old2\n"})
        assert symbols(look(a=HEAD + "old3\n")) == [("a.py", "old3"), ("b.py", "old2")]
        assert symbols(look(a="old3\n")) == [("b.py", "old2")]  # it is no candidate any more

    def test_a_file_that_is_not_saved_yet_counts(self, write: Write) -> None:
        write({"b.py": "old2\n"})
        assert symbols(look(a=HEAD + "old1\n")) == [("a.py", "old1"), ("b.py", "old2")]

    def test_imports_are_those_of_the_text(self, write: Write) -> None:
        write({"a.py": "old1\n", "b.py": b"print('status')\n"})
        assert set(look().facts) == {"a.py"}
        assert set(look(b="from a import x\nprint('status')\n").facts) == {"a.py", "b.py"}

    def test_a_declared_encoding_is_not_the_text_s(self, write: Write) -> None:
        write({"a.py": b"x\n"})
        run = look(a=f"# coding: latin-1 {fakes.WORD}\nold = 'ü'\n")
        assert run.sources["a.py"].text.endswith("'ü'\n")


class TestRenewed:
    def test_only_the_new_text_is_extracted_again(self, write: Write) -> None:
        write({"a.py": "old1\n", "b.py": "old2\n"})
        before = look()
        extracted: list[str] = []

        def extract(kind: str, source: Source) -> Facts:
            extracted.append(source.path)
            return fakes.extract(kind, source)

        texts = {"a.py": (HEAD + "old1\n", HEAD + "x = old3\n")}
        after = renewed(before, texts, extract=extract, solve=fakes.solve)
        assert symbols(after) == [("a.py", "old3"), ("b.py", "old2")]
        assert extracted == ["a.py"]
        assert symbols(before) == [("a.py", "old1"), ("b.py", "old2")]  # which somebody may still look at

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("", HEAD),
            (HEAD, ""),
            (HEAD, HEAD + "import b\n"),
            (HEAD, HEAD + "name = 'policy.json'\n"),
            (HEAD, HEAD + "x.status\n"),
            (HEAD, HEAD + "x.post(y)\n"),
            (HEAD, HEAD + "x.json()\n"),
        ],
        ids=["a word comes", "the last goes", "an import", "a document's name", "a field", "it sends", "it calls"],
    )
    def test_what_decides_on_other_files_asks_for_another_look(self, write: Write, old: str, new: str) -> None:
        write({"a.py": "old1\n", "policy.json": "{}"})
        run = look()
        assert renewed(run, {"a.py": (old, new)}, extract=fakes.extract, solve=fakes.solve) is None
        assert renewed(run, {"a.py": (old, old)}, extract=fakes.extract, solve=fakes.solve) is not None

    def test_a_file_that_does_not_count_changes_nothing(self, write: Write) -> None:
        write({"a.py": "old1\n", "b.py": b"x = 1\n"})
        after = renewed(look(), {"b.py": ("x = 1\n", "x = 2\n")}, extract=fakes.extract, solve=fakes.solve)
        assert symbols(after) == [("a.py", "old1")]


def test_a_report_on_some_files_is_the_check_s_part_about_them(write: Write) -> None:
    write({"a.py": "old1\nold2\n", "b.py": "old3\n"})
    Path("base.json").write_text("", encoding="utf-8")
    options = Options(baseline="base.json")
    runner.record(Options(paths=("a.py",)), "base.json", extract=fakes.extract, solve=fakes.solve)
    Path("a.py").write_text(HEAD + "old1\nold2\nold1\n", encoding="utf-8")
    whole = runner.check(options, extract=fakes.extract, solve=fakes.solve)
    run = analyze(options, extract=fakes.extract, solve=fakes.solve)
    part = runner.report_on(run, {"a.py"})
    assert part.findings == tuple(finding for finding in whole.findings if finding.path == "a.py")
    assert [finding.range.start.line for finding in part.findings] == [4]
