"""The command, as typed: options, streams and exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import migrate_ext
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import FORMATS
from tests.door import run

REQUEST = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
FIXED = REQUEST.replace("HandlerInstances", "CalloutInstances")
COMMAND = [sys.executable, "-m", "migrate_ext"]
ROOT = str(Path(migrate_ext.__file__).parent.parent)


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory; processes started there find the package, installed or not."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", ROOT)
    for name in ("GITHUB_STEP_SUMMARY", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def request_file() -> Path:
    """A file with one safe finding."""
    path = Path("app.py")
    path.write_text(REQUEST, encoding="utf-8")
    return path


def on_a_terminal(environment: dict[str, str], *arguments: str) -> str:
    """What the command prints where its output is a terminal, with no more of the environment than this."""
    import pty

    leader, follower = pty.openpty()
    kept = {name: value for name in ("PATH", "PYTHONPATH") if (value := os.environ.get(name))}
    process = subprocess.Popen([*COMMAND, *arguments], stdout=follower, env={**kept, **environment})
    os.close(follower)
    parts = []
    try:
        while part := os.read(leader, 65_536):
            parts.append(part)
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(leader)
        process.wait()
    return b"".join(parts).decode()


@pytest.mark.usefixtures("request_file")
class TestCheck:
    def test_the_help_lists_its_own_options_before_those_of_all(self) -> None:
        titles = [line for line in run("check", "--help").text.splitlines() if line.endswith(":") and line[0] != " "]
        assert titles == ["Options:", "Files and rules:", "Configuration and run:", "Report:"]

    def test_findings_are_reported_and_nothing_is_written(self) -> None:
        outcome = run("check")
        assert outcome.code == 1
        assert "app.py\n" in outcome.text
        assert "customExtensionHandlerInstances → customExtensionCalloutInstances" in outcome.text
        assert Path("app.py").read_text(encoding="utf-8") == REQUEST

    def test_clean_paths(self) -> None:
        Path("clean").mkdir()
        assert run("check", "clean").code == 0

    @pytest.mark.parametrize("name", FORMATS)
    def test_the_exit_code_does_not_depend_on_the_format(self, name: str) -> None:
        assert run("check", "--format", name).code == 1

    def test_output_goes_to_a_file_and_stdout_is_empty(self) -> None:
        outcome = run("check", "--format", "json", "--output", "report.json")
        assert (outcome.code, outcome.stdout) == (1, b"")
        assert json.loads(Path("report.json").read_bytes())["summary"]["findings"] == 1

    def test_output_that_cannot_be_written(self) -> None:
        outcome = run("check", "--output", "no/such/folder.txt")
        assert outcome.code == 2
        assert (
            outcome.stderr == "migrate-ext: no/such/folder.txt: No such file or directory: choose another file for "
            "the report\n"
        )

    def test_selection(self) -> None:
        assert run("check", "--select", "CEX2,CEX3").code == 0
        assert run("check", "--select", "CEX1").code == 1
        assert run("check", "--ignore", "CEX102").code == 0

    def test_exclusion(self) -> None:
        assert run("check", "--exclude", "app.py").code == 0
        assert run("check", "--exclude", "*.py", "--exclude", "x").code == 0
        assert run("check", "--exclude", "app.py", "app.py").code == 1

    def test_configuration_and_isolation(self) -> None:
        Path("migrate-ext.toml").write_text('ignore = ["CEX1"]\n', encoding="utf-8")
        assert run("check").code == 0
        assert run("check", "--isolated").code == 1
        assert run("check", "--ignore", "CEX3").code == 1, "the command line beats the file"
        Path("other.toml").write_text('select = ["CEX1"]\n', encoding="utf-8")
        assert run("check", "--config", "other.toml").code == 1

    def test_per_file_ignores_are_relative_to_the_configuration(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("migrate-ext.toml").write_text('per-file-ignores = {"sub/*" = ["CEX1"]}\n', encoding="utf-8")
        Path("sub").mkdir()
        Path("sub/app.py").write_text(REQUEST, encoding="utf-8")
        assert [row["path"] for row in run("check", "--format", "json").report["findings"]] == ["app.py"]
        monkeypatch.chdir("sub")
        assert run("check").code == 0

    def test_verbose_says_where_the_time_went(self) -> None:
        for command in ("check", "fix"):
            lines = run(command, "--verbose").stderr.splitlines()
            assert [line.partition(": ")[0] for line in lines] == [
                *("discovery", "prefilter", "parse", "analysis", "write"),
            ]
            assert all(re.fullmatch(r"\w+: \d+\.\d{3} s", line) for line in lines)

    def test_verbose_explains_what_is_safe_and_lists_what_is_hidden(self) -> None:
        Path("b.py").write_text(REQUEST.replace("]\n", "]  # migrate-ext: ignore\n"), encoding="utf-8")
        plain, verbose = run("check").text, run("check", "--verbose").text
        assert "    = " not in plain
        assert "    = " in verbose
        assert "b.py" not in plain
        assert "b.py:2:21 CEX102" in verbose

    def test_quiet(self) -> None:
        outcome = run("check", "--quiet")
        assert "migrate-ext fix" not in outcome.text
        assert "1 finding" not in outcome.text
        assert "app.py" in outcome.text
        assert outcome.stderr == ""

    def test_quiet_keeps_errors(self) -> None:
        assert "nowhere.py" in run("check", "--quiet", "app.py", "nowhere.py").stderr

    def test_a_working_directory_that_is_gone(self, tmp_path: Path) -> None:
        script = "import os, sys; os.mkdir('a'); os.chdir('a'); os.rmdir('../a'); os.execv(sys.argv[1], sys.argv[1:])"
        ran = subprocess.run(
            [sys.executable, "-c", script, *COMMAND, "check"], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        wanted = "migrate-ext: working directory: No such file or directory: change to one that is there\n"
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", wanted)

    def test_a_path_that_is_not_there(self) -> None:
        outcome = run("check", "nowhere.py")
        assert (outcome.code, outcome.text) == (2, "No file was checked (1 error).\n")
        assert outcome.stderr == "nowhere.py: no such file or directory: check the path\n"

    def test_a_baseline_of_files_that_could_not_all_be_read_says_so(self) -> None:
        outcome = run("check", "--write-baseline", "base.json", "app.py", "nowhere.py")
        assert outcome.code == 2
        assert "nowhere.py: no such file or directory" in outcome.stderr

    def test_baseline(self) -> None:
        outcome = run("check", "--write-baseline", "base.json")
        assert (outcome.code, outcome.stderr) == (0, "recorded 1 finding in base.json\n")
        assert run("check", "--baseline", "base.json").code == 0
        Path("pyproject.toml").write_text('[tool.migrate-ext]\nbaseline = "base.json"\n', encoding="utf-8")
        assert run("check").code == 0

    def test_the_tool_s_own_files_are_left_alone(self) -> None:
        """They repeat the deprecated words, and would be rewritten."""
        run("check", "--format", "json", "--output", "report.json")
        run("check", "--write-baseline", "base.json")
        names = ("report.json", "base.json")
        before = [Path(name).read_bytes() for name in names]
        assert {row["path"] for row in run("check", "--format", "json").report["findings"]} == {"app.py"}
        run("fix", "--unsafe")
        assert [Path(name).read_bytes() for name in names] == before

    def test_colours_are_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert b"\x1b[" not in run("check").stdout
        assert b"\x1b[" in run("check", "--color", "always").stdout
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert b"\x1b[" in run("check").stdout
        assert b"\x1b[" not in run("check", "--color", "never").stdout

    @pytest.mark.parametrize(
        ("environment", "colored"),
        [
            ({}, True),
            ({"NO_COLOR": "1"}, False),
            ({"NO_COLOR": ""}, True),
            ({"TERM": "dumb"}, False),
            ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
        ],
    )
    def test_a_terminal_gets_colours_and_links_unless_it_asks_for_none(
        self, environment: dict[str, str], *, colored: bool
    ) -> None:
        """The links are those of OSC 8; a terminal that does not know them shows their text."""
        text = on_a_terminal({"TERM": "xterm-256color", **environment}, "check")
        assert ("\x1b[" in text) is colored
        assert (f"\x1b]8;;{RULES['CEX102'].url}\x1b\\" in text) is colored

    def test_a_file_gets_no_colours_unless_they_are_asked_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        run("check", "--output", "report.txt")
        assert b"\x1b" not in Path("report.txt").read_bytes()
        run("check", "--output", "report.txt", "--color", "always")
        assert b"\x1b[" in Path("report.txt").read_bytes()

    def test_the_next_command_repeats_paths_and_options(self) -> None:
        assert "migrate-ext fix --target v1.0 ./app.py" in run("check", "--target", "v1.0", "./app.py").text


@pytest.mark.usefixtures("request_file")
class TestFix:
    def test_it_writes_and_says_what(self) -> None:
        outcome = run("fix")
        assert outcome.code == 0
        assert Path("app.py").read_text(encoding="utf-8") == FIXED
        assert "Fixed 1 finding in 1 file." in outcome.text

    def test_diff_prints_a_patch_and_writes_nothing(self) -> None:
        outcome = run("fix", "--diff", "--output", "report.json", "--format", "json")
        assert outcome.code == 1
        assert outcome.stdout.startswith(b"diff --git a/app.py b/app.py\n--- a/app.py\n+++ b/app.py\n@@ -1,2 +1,2 @@\n")
        assert Path("app.py").read_text(encoding="utf-8") == REQUEST
        assert json.loads(Path("report.json").read_bytes())["fixed"][0]["range"]["start"] == {"line": 2, "column": 21}

    def test_interactive_asks_about_each_group_and_applies_it_whole(self) -> None:
        Path("two.py").write_text(REQUEST, encoding="utf-8")
        outcome = run("fix", "--interactive", "app.py", "two.py", stdin=b"n\ny\n")
        assert Path("app.py").read_text(encoding="utf-8") == REQUEST
        assert Path("two.py").read_text(encoding="utf-8") == FIXED
        assert "+++ b/two.py" in outcome.stderr
        assert "Apply 1 finding (1 safe)?" in outcome.stderr
        assert "+++" not in outcome.text

    @pytest.mark.parametrize(("answers", "fixed"), [(b"a\n", 3), (b"y\nq\n", 1), (b"q\n", 0)])
    def test_interactive_all_and_no_more(self, answers: bytes, fixed: int) -> None:
        for name in ("two.py", "three.py"):
            Path(name).write_text(REQUEST, encoding="utf-8")
        outcome = run("fix", "--interactive", "--format", "json", stdin=answers)
        assert outcome.report["summary"]["fixed"] == fixed

    def test_interactive_without_an_answer_writes_nothing(self) -> None:
        outcome = run("fix", "--interactive", stdin=b"")
        assert outcome.code == 130
        assert Path("app.py").read_text(encoding="utf-8") == REQUEST

    def test_standard_input(self) -> None:
        before = Path("app.py").read_bytes()
        outcome = run("fix", "-", "--stdin-filename", "app.py", stdin=b"# first\r\n" + before)
        assert (outcome.code, outcome.stdout) == (0, b"# first\r\n" + FIXED.encode())
        assert Path("app.py").read_bytes() == before
        assert run("fix", "-", stdin=b"x = 1\r\n").stdout == b"x = 1\r\n"

    def test_standard_input_is_checked_too(self) -> None:
        outcome = run("check", "-", "--stdin-filename", "sub/x.json", "--format", "json", stdin=b"{}")
        assert outcome.report["findings"] == []
        document = b'{"customExtensionHandlerInstances": []}'
        outcome = run("check", "-", "--stdin-filename", "sub/x.json", "--format", "json", stdin=document)
        assert [row["path"] for row in outcome.report["findings"]] == ["sub/x.json"]
        assert run("check", "-", stdin=document).code == 1

    def test_standard_input_stands_alone(self) -> None:
        assert run("check", "-", "app.py").code == 2


class TestBadInput:
    """One line on stderr that names place and remedy, exit code 2, no traceback."""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["check", "--wat"], "migrate-ext: No such option '--wat'"),
            (["chek"], "migrate-ext: No such command 'chek'"),
            (["check", "--format", "xml"], "'xml' is not one of"),
            (["check", "--select", "CEX7"], "--select: no rule has the code 'CEX7'"),
            (["check", "--target", "v2"], "'v2' is not one of 'beta', 'v1.0'"),
            (["check", "--stdin-filename", "a.py"], "give `-` as the path"),
            (["check", "--jobs", "0"], "0 is not in the range x>=1"),
            (["check", "--config", "no.toml"], "no.toml: No such file or directory"),
            (["check", "--baseline", "no.json"], "no.json: No such file or directory"),
            (["fix", "--interactive", "--diff"], "leave out --diff and `-`"),
            (["rules", "CEX999"], "no rule has the code 'CEX999'"),
            (["report"], "name at least one report"),
            (["report", "no.json"], "no.json: No such file or directory"),
        ],
    )
    def test_it_is_named(self, arguments: list[str], message: str) -> None:
        outcome = run(*arguments)
        assert outcome.code == 2
        assert message in outcome.stderr
        assert outcome.stderr.count("\n") == 1
        assert outcome.stdout == b""

    def test_a_path_that_is_not_there(self, request_file: Path) -> None:
        outcome = run("check", "--format", "json", str(request_file), "nope")
        assert outcome.code == 2
        assert outcome.stderr == "nope: no such file or directory: check the path\n"
        assert outcome.report["errors"] == [
            {"path": "nope", "kind": "read", "message": "no such file or directory: check the path"},
        ]
        assert len(outcome.report["findings"]) == 1

    def test_a_name_with_control_characters(self) -> None:
        outcome = run("check", "no\x1b[31m\nsuch")
        assert outcome.stderr == "no\\x1b[31m\\nsuch: no such file or directory: check the path\n"


class TestRulesAndReport:
    def test_rules(self) -> None:
        assert all(code in run("rules").text for code in RULES)
        assert run("rules", "cex103").text.startswith("CEX103 stage-has-no-successor")

    def test_a_saved_report_is_rendered_as_the_run_would_have(self, request_file: Path) -> None:
        direct = run("check", "--quiet", str(request_file)).text
        run("check", "--format", "json", "--output", "a.json", str(request_file))
        outcome = run("report", "a.json", "--quiet")
        assert (outcome.code, outcome.text) == (0, direct)
        run("report", "a.json", "a.json", "--format", "json", "--output", "both.json")
        assert json.loads(Path("both.json").read_bytes())["summary"]["findings"] == 2

    @pytest.mark.parametrize("name", FORMATS)
    def test_every_format_can_be_made_of_a_saved_report(self, request_file: Path, name: str) -> None:
        run("check", "--format", "json", "--output", "a.json", str(request_file))
        outcome = run("report", "a.json", "--format", name)
        assert (outcome.code, outcome.stderr) == (0, "")
        direct = run("check", "--format", name, str(request_file)).text
        assert outcome.text == re.sub(" app.py([ <])", r"\1", direct)  # a saved report does not know its arguments

    @pytest.mark.parametrize("name", ["text", "markdown"])
    def test_several_reports_have_a_row_each(self, request_file: Path, name: str) -> None:
        run("check", "--format", "json", "--output", "a.json", str(request_file))
        run("check", "--format", "json", "--output", "b.json", "--select", "CEX2", str(request_file))
        rows = run("report", "a.json", "b.json", "--format", name).text.splitlines()
        counts = [re.findall(r"\d+", row) for row in rows if re.match(r"[| `]*[ab]\.json", row)]
        assert [row[0] if name == "text" else row[1] for row in counts] == ["1", "0"]

    def test_schema(self) -> None:
        assert json.loads(run("report", "--schema").stdout)["title"] == "Report of migrate-ext"

    def test_version(self) -> None:
        assert run("--version").text == f"migrate-ext {migrate_ext.__version__}\n"


class TestPythonApi:
    def test_sources(self) -> None:
        report = migrate_ext.check_source(REQUEST, "app.py")
        assert [finding.code for finding in report.findings] == ["CEX102"]
        assert migrate_ext.fix_source(REQUEST, "app.py").text == FIXED
        assert migrate_ext.fix_source(REQUEST, "app.py", True).text == FIXED  # noqa: FBT003 - documented so
        assert migrate_ext.fix_source("x = 1\n", "app.py").text is None

    def test_paths(self, request_file: Path) -> None:
        assert len(migrate_ext.check_paths([request_file]).findings) == 1
        assert len(migrate_ext.fix_paths([request_file]).fixed) == 1
        assert request_file.read_text(encoding="utf-8") == FIXED


class TestProcess:
    """What shows only in a process of its own."""

    def test_a_clean_file_costs_no_parser(self) -> None:
        Path("a.py").write_text("x = 1\n", encoding="utf-8")
        command = [sys.executable, "-X", "importtime", "-m", "migrate_ext", "check", "--format", "json", "a.py"]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
        heavy = {"libcst", "yaml", "importlib.metadata", "pathspec", "subprocess", "concurrent.futures", "tomllib"}
        heavy |= {"migrate_ext.solver", "migrate_ext.languages.python", "migrate_ext.languages.documents"}
        heavy |= {"migrate_ext.core.model", "migrate_ext.core.finding", "migrate_ext.engine.rewrite"}
        assert not loaded & heavy

    def test_a_document_alone_does_not_import_libcst(self) -> None:
        Path("a.json").write_text('{"customExtensionHandlerInstances": []}', encoding="utf-8")
        command = [sys.executable, "-X", "importtime", "-m", "migrate_ext", "check", "--isolated", "a.json"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        loaded = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
        assert "migrate_ext.languages.documents" in loaded
        assert not loaded & {"libcst", "yaml"}

    def test_a_closed_pipe_is_no_traceback(self, request_file: Path) -> None:
        request_file.write_text(REQUEST * 3000, encoding="utf-8")
        command = " ".join(COMMAND) + " check --format concise app.py | head -n 1"
        result = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602
        assert result.stderr == ""

    def test_ctrl_c(self) -> None:
        with subprocess.Popen([*COMMAND, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            time.sleep(1)
            os.kill(process.pid, signal.SIGINT)
            assert process.wait(timeout=10) == 130
            assert process.stderr is not None
            assert b"Traceback" not in process.stderr.read()

    def test_the_report_is_utf_8_in_any_locale(self, request_file: Path) -> None:
        request_file.write_text(REQUEST + "# é\n", encoding="utf-8")
        environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        result = subprocess.run([*COMMAND, "check", "app.py"], capture_output=True, env=environment, check=False)
        assert result.returncode == 1
        assert "→" in result.stdout.decode("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_options_and_formats(shell: str) -> None:
    script = subprocess.run(
        COMMAND,
        env={**os.environ, "_MIGRATE_EXT_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "migrate-ext" in script.stdout, script.stderr
    words = {"COMP_WORDS": "migrate-ext check --format js", "COMP_CWORD": "js" if shell == "fish" else "3"}
    found = subprocess.run(
        COMMAND,
        env={**os.environ, **words, "_MIGRATE_EXT_COMPLETE": f"{shell}_complete"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "json" in found.stdout, found.stderr
