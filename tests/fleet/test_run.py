"""All repositories of a list: what is tried again, what is written, and the exit code. The cluster is a fake."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from migrate_ext.fleet import cluster
from migrate_ext.fleet.one import Job, Outcome
from migrate_ext.fleet.state import State, entry
from migrate_ext.reports.json import to_dict
from tests.door import run
from tests.reports.samples import ONE, finding, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from migrate_ext.core.report import Report

GOOD = Outcome(findings=1)
FLAKY, LOST = Outcome(error="it is flaky", again=True), Outcome(error="it is lost")


class Fake:
    """A cluster that has an outcome for each attempt at a repository, the last of which stays."""

    def __init__(self) -> None:
        self.plan: dict[str, list[Outcome | BaseException]] = defaultdict(lambda: [GOOD])
        self.asked: list[str] = []
        self.reports: dict[str, Report] = defaultdict(lambda: ONE)

    @contextlib.contextmanager
    def connected(self, *_: object) -> Iterator[None]:
        yield None

    def outcomes(self, _: object, next_job: Callable[[], tuple[int, Job] | None]) -> Iterator[tuple[int, Outcome]]:
        while (pair := next_job()) is not None:
            index, job = pair
            name = Path(job.repository.name).name
            self.asked.append(name)
            plan = self.plan[name]
            outcome = plan.pop(0) if len(plan) > 1 else plan[0]
            if isinstance(outcome, BaseException):
                raise outcome
            if outcome.error is None:
                made = entry(job.repository, commit="c", time="now", seconds=1, report=to_dict(self.reports[name]))
                State(job.state).save(job.repository, made)
            yield index, outcome


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Fake:
    made = Fake()
    monkeypatch.setattr(cluster, "connected", made.connected)
    monkeypatch.setattr(cluster, "outcomes", made.outcomes)
    monkeypatch.chdir(tmp_path)
    return made


def listed(*lines: str) -> str:
    Path("list.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return "list.txt"


def rows(text: bytes | str) -> list[tuple[Any, ...]]:
    return [(Path(item["repository"]).name, item["error"], bool(item["report"])) for item in json.loads(text)]


def test_one_json_has_every_repository_once_in_the_order_of_the_list(fake: Fake, tmp_path: Path) -> None:
    fake.plan["b"] = [LOST]
    outcome = run("fleet", listed("c label=x", "a revision=v1", "b", "-u"))
    assert rows(outcome.stdout) == [
        ("c", None, True),
        ("a", None, True),
        ("b", "it is lost", False),
        ("-u", "refused: git could take it for an option", False),
    ]
    first, second, *_ = json.loads(outcome.stdout)
    assert [*first] == [
        *("repository", "revision", "label", "before", "commit", "time", "seconds", "error", "report"),
    ]
    assert (first["repository"], first["revision"], first["label"]) == (str(tmp_path / "c"), None, "x")
    assert (second["revision"], second["label"]) == ("v1", None)
    assert outcome.stderr == f"-u: refused: git could take it for an option\n{tmp_path}/b: it is lost\n"


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_path_that_is_no_text_is_refused_and_shown_escaped(fake: Fake, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"x\xff")).mkdir()
    os.chdir(os.fsdecode(b"x\xff"))
    outcome = run("fleet", listed(f"{tmp_path}/a", "b"), "--output", "fleet.json")
    assert outcome.stderr == f"{tmp_path}/x\\udcff/b: refused: an address without control characters is needed\n"
    assert rows(Path("fleet.json").read_bytes())[0] == ("a", None, True)
    assert run("report", "fleet.json", "--format", "html").code == 0


def test_it_is_an_item_a_line_and_report_renders_it(fake: Fake) -> None:
    assert run("fleet", listed("a", "b"), "--output", "fleet.json") == (1, b"", "")
    text = Path("fleet.json").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 4
    assert "2 findings to go in 2 of 2 repositories: 2 safe." in run("report", "fleet.json").text


def test_what_failed_is_tried_again_after_the_others(fake: Fake) -> None:
    fake.plan["a"] = [FLAKY, FLAKY, GOOD]
    outcome = run("fleet", listed("a", "b", "c"))
    assert fake.asked == ["a", "b", "c", "a", "a"]
    assert (outcome.code, outcome.stderr) == (1, "")
    assert rows(outcome.stdout)[0] == ("a", None, True)


def test_but_only_so_often_and_not_where_that_is_no_use(fake: Fake) -> None:
    fake.plan["a"] = [FLAKY]
    fake.plan["b"] = [LOST]
    outcome = run("fleet", listed("a", "b"), "--retries", "1")
    assert fake.asked == ["a", "b", "a"]
    assert outcome.code == 2
    assert rows(outcome.stdout) == [("a", "it is flaky", False), ("b", "it is lost", False)]


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ([Outcome(), Outcome()], 0),
        ([Outcome(), GOOD], 1),
        ([GOOD, LOST], 2),
        ([GOOD, Outcome(incomplete=True)], 2),
    ],
)
def test_the_exit_code_is_that_of_check(fake: Fake, outcomes: list[Outcome], code: int) -> None:
    for name, outcome in zip("ab", outcomes, strict=True):
        fake.plan[name] = [outcome]
    assert run("fleet", listed("a", "b")).code == code


def test_a_report_that_did_not_come_is_an_error_row(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a worker on another machine has a state folder of its own."""
    monkeypatch.setattr(State, "holds", lambda *_: False)
    outcome = run("fleet", listed("a"), "--state", "state", "--scheduler", "tcp://x:1")
    assert outcome.code == 2
    assert "do all workers reach this folder?" in json.loads(outcome.stdout)[0]["error"]


def test_an_earlier_state_tells_what_each_had_before(fake: Fake) -> None:
    fake.reports["a"] = report(finding(), finding())
    listed("a", "b")
    run("fleet", "list.txt", "--state", "old")
    fake.reports["a"] = ONE
    fake.plan["b"] = [LOST]
    listed("a", "b", "c")
    outcome = run("fleet", "list.txt", "--state", "new", "--against", "old", "--output", "fleet.json")
    assert outcome.code == 2
    assert [item["before"] for item in json.loads(Path("fleet.json").read_text(encoding="utf-8"))] == [2, 1, None]
    assert (
        "Since the earlier state: 2 → 1 findings (-1) in the 1 repository of both." in run("report", "fleet.json").text
    )


def test_ctrl_c_tells_how_to_go_on_and_writes_what_is_done(fake: Fake) -> None:
    fake.plan["b"] = [KeyboardInterrupt()]
    outcome = run("fleet", listed("a", "b", "c"), "--state", "state")
    assert outcome.code == 130
    assert rows(outcome.stdout) == [("a", None, True)]
    said = "interrupted after 1 of 3 repositories: the same command goes on from here, for state holds them\n"
    assert outcome.stderr == said
    assert run("fleet", "list.txt").stderr == (
        "interrupted after 1 of 3 repositories: with --state DIR the next run could go on from here\n"
    )


def test_verbose_has_a_line_for_each(fake: Fake, tmp_path: Path) -> None:
    fake.plan["b"] = [Outcome(known=True)]
    assert run("fleet", listed("a", "b"), "-v").stderr == (
        f"{tmp_path}/a: 1 finding, checked\n{tmp_path}/b: 0 findings, as before\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.txt",), "missing.txt: No such file"),
        (("list.txt", "--against", "nowhere"), "nowhere: no such folder: name one that --state made"),
        (("list.txt", "--scheduler", "tcp://x:1"), "--scheduler needs --state"),
        (("list.txt", "--state", "list.txt"), "list.txt: File exists: choose another folder for --state"),
        (("list.txt", "--output", "no/where.json"), "no/where.json: No such file or directory: choose another file"),
    ],
)
def test_what_is_wrong_is_one_line(fake: Fake, arguments: tuple[str, ...], said: str) -> None:
    listed("a")
    outcome = run("fleet", *arguments)
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert said in outcome.stderr
    assert outcome.stderr.startswith("migrate-ext: ")
    assert outcome.stderr.count("\n") == 1


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "dask", None)
    assert run("fleet", listed("a")) == (2, b"", "migrate-ext: fleet runs on Dask: pip install 'migrate-ext[fleet]'\n")
