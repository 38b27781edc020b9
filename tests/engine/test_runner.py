"""`check` and `fix` from options to a report."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate_ext.engine import runner, workers, writing
from migrate_ext.engine.options import Buffer, Options, UsageError
from tests.engine import fakes

if TYPE_CHECKING:
    from migrate_ext.core.model import Facts, Policy, Solution
    from migrate_ext.core.report import Report, RunError
    from migrate_ext.core.source import Source
    from tests.engine.conftest import Write


def check(options: Options | None = None) -> Report:
    return runner.check(options or Options(), extract=fakes.extract, solve=fakes.solve)


def fix(options: Options | None = None) -> Report:
    return runner.fix(options or Options(), extract=fakes.extract, solve=fakes.solve)


def symbols(report: Report) -> list[tuple[str, str]]:
    return [(finding.path, finding.symbol) for finding in report.findings]


def test_findings_are_ordered_by_path_and_position(write: Write) -> None:
    write({"b.py": "old\n", "a.py": "x = old, old2\nold3\n", "c.json": "old\n"})
    report = check()
    assert symbols(report) == [("a.py", "old"), ("a.py", "old2"), ("a.py", "old3"), ("b.py", "old"), ("c.json", "old")]
    assert report.summary.findings == 5
    assert report.summary.by_code == {"CEX102": 5}
    assert report.exit_code == 1


def test_clean_files_are_scanned_and_nothing_more(write: Write) -> None:
    write({"a.py": b"old = 1\n", "b.json": b"{}", "c.md": "old"})
    report = check()
    assert (report.summary.files_scanned, report.summary.files_analyzed, report.exit_code) == (2, 0, 0)


def test_errors_do_not_keep_the_others_back(write: Write) -> None:
    write({"good.py": "old\n", "bad.py": fakes.WORD.encode() + b"\xff\n", "clean.py": b"\xff\n"})
    report = check(Options(paths=(".", "nope")))
    assert symbols(report) == [("good.py", "old")]
    assert {(error.path, error.kind) for error in report.errors} == {("bad.py", "parse"), ("nope", "read")}
    assert report.exit_code == 2


def test_a_named_pipe_is_an_error(write: Write) -> None:
    write({"a.py": "old\n"})
    os.mkfifo("pipe.py")
    report = check(Options(paths=("pipe.py", "a.py")))
    assert [(error.path, error.kind) for error in report.errors] == [("pipe.py", "read")]
    assert len(report.findings) == 1


def test_a_python_script_is_known_by_its_shebang(write: Write) -> None:
    write(
        {"tool": f"#!/usr/bin/env python3\n# {fakes.WORD}\nold\n".encode(), "other": f"# {fakes.WORD} old\n".encode()}
    )
    assert symbols(check()) == [("tool", "old")]


def test_other_text_is_for_mentions_only(write: Write) -> None:
    write({"notes.md": "old\n", "image.png": fakes.WORD.encode() + b"\0old"})
    assert check().findings == ()
    assert [finding.path for finding in check(Options(mentions=True)).findings] == ["notes.md"]


def test_findings_hidden_by_a_comment_are_kept_aside(write: Write) -> None:
    write({"a.py": "old  # migrate-ext: ignore\nold\n"})
    report = check()
    assert [finding.by for finding in report.suppressed] == ["comment"]
    assert (report.summary.suppressed, report.summary.findings) == (1, 1)


def test_deselected_findings_are_gone(write: Write) -> None:
    write({"a.py": "old\n"})
    report = check(Options(ignore=("CEX1",)))
    assert (report.findings, report.suppressed, report.exit_code) == ((), (), 0)


def test_fingerprints_are_unique_and_survive_moved_lines(write: Write) -> None:
    write({"a.py": "x = old, old\nx = old, old\n"})
    before = [finding.fingerprint for finding in check().findings]
    assert len(set(before)) == 4
    write({"a.py": "\n\nimport os\n  x  =   old, old\nx = old, old\n"})
    assert [finding.fingerprint for finding in check().findings] == before


def test_fingerprints_do_not_depend_on_the_working_directory(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"sub/a.py": "old\n"})
    subprocess.run(["git", "init", "--quiet"], check=True)
    outside = check().findings[0].fingerprint
    monkeypatch.chdir("sub")
    assert check().findings[0].fingerprint == outside


def test_a_document_lists_a_hundred_of_a_kind(write: Write) -> None:
    write({"a.json": "old\n" * 130, "b.py": "old\n" * 130})
    report = check()
    assert report.summary.findings == 260
    assert len([finding for finding in report.findings if finding.path == "a.json"]) == 100
    assert [(row.path, row.code, row.number) for row in report.folded] == [("a.json", "CEX102", 30)]
    assert len(fix().fixed) == 260


def test_a_very_long_line_is_cut_in_the_excerpt(write: Write) -> None:
    write({"a.json": "x" * 50_000 + " old " + "y" * 50_000})
    excerpt = check().findings[0].excerpt
    assert len(excerpt.lines[0]) < 5000
    column = check().findings[0].range.start.column - excerpt.first_columns[0]
    assert excerpt.lines[0][column : column + 3] == "old"


class TestProject:
    """Given paths limit what is reported and edited, not what is known."""

    @pytest.fixture(autouse=True)
    def tree(self, write: Write) -> None:
        write({"app/a.py": "old_g1\n", "lib/b.py": "old_g1\n", "lib/clean.py": b"x = 1\n"})
        subprocess.run(["git", "init", "--quiet"], check=True)

    def seen(self, *paths: str) -> tuple[set[str], frozenset[str] | None]:
        known: list[tuple[set[str], frozenset[str] | None]] = []

        def solve(facts: list[Facts], policy: Policy) -> Solution:
            known.append(({fact.path for fact in facts}, policy.given))
            return fakes.solve(facts, policy)

        runner.check(Options(paths=paths), extract=fakes.extract, solve=solve)  # type: ignore[arg-type]
        return known[0] if known else (set(), None)

    def test_candidates_elsewhere_are_known(self) -> None:
        known, given_paths = self.seen("app")
        assert known == {"app/a.py", "lib/b.py"}
        assert given_paths == frozenset({"app/a.py"})
        assert symbols(check(Options(paths=("app",)))) == [("app/a.py", "old_g1")]

    def test_without_a_candidate_nothing_else_is_read(self) -> None:
        assert self.seen("lib/clean.py") == (set(), None)
        assert check(Options(paths=("lib/clean.py",))).summary.files_scanned == 1

    def test_the_whole_project_needs_no_limit(self) -> None:
        assert self.seen(".") == ({"app/a.py", "lib/b.py"}, None)

    def test_excluded_files_are_no_part_of_it(self) -> None:
        Path("migrate-ext.toml").write_text('exclude = ["lib"]\n', encoding="utf-8")
        assert self.seen("app")[0] == {"app/a.py"}

    def test_a_configuration_ends_it(self) -> None:
        Path("app/migrate-ext.toml").write_text("", encoding="utf-8")
        assert self.seen("app")[0] == {"app/a.py"}

    def test_only_given_files_are_written(self) -> None:
        fix(Options(paths=("app",)))
        assert "new" in Path("app/a.py").read_text(encoding="utf-8")
        assert "new" not in Path("lib/b.py").read_text(encoding="utf-8")


class TestBuffer:
    """A text that stands in for its file."""

    def test_it_is_checked_in_the_file_s_place(self, write: Write) -> None:
        write({"a.py": "x = 1\n", "b.py": "old\n"})
        report = check(Options(paths=(), buffer=Buffer("a.py", f"# {fakes.WORD}\nold\n")))
        assert symbols(report) == [("a.py", "old")]

    def test_the_fixed_text_is_returned_and_nothing_written(self, write: Write) -> None:
        write({"a.py": "old\n"})
        before = Path("a.py").read_bytes()
        report = fix(Options(paths=(), buffer=Buffer("a.py", f"# {fakes.WORD}\nold, 1\n")))
        assert report.text == f"# {fakes.WORD}\nnew, 1\n"
        assert Path("a.py").read_bytes() == before

    def test_clean_text(self, write: Write) -> None:
        write({})
        assert fix(Options(paths=(), buffer=Buffer("a.py", "old"))).text is None


class TestBaseline:
    """Recorded findings are not reported again."""

    def test_recorded_findings_are_hidden_also_when_moved(self, write: Write) -> None:
        write({"a.py": "x = old\nold\n"})
        assert self.record() == 2
        write({"a.py": "import os\n\nold\nx  =  old\ny = old\n"})
        report = check(Options(baseline="base.json"))
        assert [finding.range.start.line for finding in report.findings] == [6]
        assert (report.summary.baselined, report.exit_code) == (2, 1)
        assert {finding.by for finding in report.suppressed} == {"baseline"}

    def test_it_says_how_many_are_gone(self, write: Write) -> None:
        write({"a.py": "x = old\nold\n"})
        self.record()
        write({"a.py": "old\n"})
        report = check(Options(baseline="base.json"))
        assert report.messages == ("baseline: 1 of 2 recorded findings are gone",)
        assert report.exit_code == 0

    def test_one_more_of_the_same_line_is_new(self, write: Write) -> None:
        write({"a.py": "old\n"})
        self.record()
        write({"a.py": "old\nold\n"})
        assert len(check(Options(baseline="base.json")).findings) == 1

    def test_it_does_not_keep_a_fix_back(self, write: Write) -> None:
        write({"a.py": "old\n"})
        self.record()
        assert len(fix(Options(baseline="base.json")).fixed) == 1

    def test_its_lines_are_sorted(self, write: Write) -> None:
        write({"b.py": "old\n", "a.py": "x = old\nold\n"})
        self.record()
        lines = Path("base.json").read_text(encoding="utf-8").splitlines()
        assert lines[1:] == sorted(lines[1:])
        assert len(lines) == 4

    @pytest.mark.parametrize("text", ["", "{}\n", '{"migrate-ext-baseline": 1}\n{"path": 1}\n', "\x00"])
    def test_a_damaged_one_is_an_error_that_names_the_line(self, write: Write, text: str) -> None:
        write({"a.py": "old\n", "base.json": text.encode()})
        before = Path("a.py").read_bytes()
        with pytest.raises(UsageError, match=r"^base\.json:[12]: .*write"):
            fix(Options(baseline="base.json"))
        assert Path("a.py").read_bytes() == before

    @staticmethod
    def record() -> int:
        return runner.record(Options(), "base.json", extract=fakes.extract, solve=fakes.solve)[0]


def broken_extract(kind: str, source: Source) -> Facts:
    if "crash" in source.path:
        os._exit(1)
    if "raise" in source.path:
        message = "odd"
        raise ValueError(message)
    return fakes.extract(kind, source)


def test_a_mistake_of_the_tool_costs_one_file(write: Write) -> None:
    write({"raise.py": "old\n", "b.py": "old\n"})
    report = runner.check(Options(), extract=broken_extract, solve=fakes.solve)
    assert [(error.path, error.kind) for error in report.errors] == [("raise.py", "internal")]
    assert symbols(report) == [("b.py", "old")]


def test_a_worker_that_dies_costs_one_file(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PAYS", 1)
    write({"a.py": "old\n", "crash.py": "old\n", "raise.py": "old\n", "z.py": "old\n"})
    report = runner.check(Options(jobs=2), extract=broken_extract, solve=fakes.solve)
    assert sorted((error.path, error.kind) for error in report.errors) == [
        ("crash.py", "internal"),
        ("raise.py", "internal"),
    ]
    assert symbols(report) == [("a.py", "old"), ("z.py", "old")]


def test_an_interrupt_ends_with_what_was_found(write: Write) -> None:
    write({"a.py": "old\n", "b.py": "old\n", "c.py": "old\n"})

    def extract(kind: str, source: Source) -> Facts:
        if source.path == "b.py":
            raise KeyboardInterrupt
        return fakes.extract(kind, source)

    report = runner.fix(Options(), extract=extract, solve=fakes.solve)
    assert symbols(report) == [("a.py", "old")]
    assert report.exit_code == 130
    assert "new" not in Path("a.py").read_text(encoding="utf-8")


def test_an_interrupt_while_files_are_written_keeps_and_reports_those_that_were(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is being written then is finished."""
    write({"a.py": "old\n", "b.py": "old\n", "c.py": "old\n"})
    together = writing.write_together

    def interrupted(sources: list[Source], *rest: Any) -> list[RunError] | None:
        errors = together(sources, *rest)
        if sources[0].path == "a.py":
            os.kill(os.getpid(), signal.SIGINT)
        return errors

    monkeypatch.setattr(writing, "write_together", interrupted)
    report = runner.fix(Options(), extract=fakes.extract, solve=fakes.solve)
    assert report.exit_code == 130
    assert [finding.path for finding in report.fixed] == ["a.py"]
    assert symbols(report) == [("b.py", "old"), ("c.py", "old")]
    assert ["new" in Path(name).read_text(encoding="utf-8") for name in ("a.py", "b.py", "c.py")] == [
        True,
        False,
        False,
    ]


def test_no_baseline_is_written_of_an_interrupted_run(write: Write) -> None:
    write({"a.py": "old\n"})

    def extract(kind: str, source: Source) -> Facts:
        raise KeyboardInterrupt

    _, report = runner.record(Options(), "baseline.json", extract=extract, solve=fakes.solve)
    assert report.interrupted
    assert not Path("baseline.json").exists()


@settings(max_examples=15, deadline=None)
@given(st.permutations(["a.py", "b.py", "c.json", "d.py"]), st.sampled_from([1, 2]))
def test_results_do_not_depend_on_order_or_jobs(
    tmp_path_factory: pytest.TempPathFactory,
    paths: list[str],
    jobs: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_PAYS", 1)
        patch.chdir(tmp_path_factory.mktemp("work"))
        for number, path in enumerate(sorted(paths)):
            Path(path).write_text(f"# {fakes.WORD}\n" + "old, oldHard\n" * (number + 1), encoding="utf-8")
        report = check(Options(paths=tuple(paths), jobs=jobs))
        expected = check(Options(paths=tuple(sorted(paths)), jobs=1))
    assert report.findings == expected.findings
