"""What users copy into their CI: valid by its published schema, and its scripts do what they say when they are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOUND = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
FILES = {
    "action.yml": "vendor.github-actions",
    "docs/ci/github-workflow.yml": "vendor.github-workflows",
    "docs/ci/gitlab-ci.yml": "vendor.gitlab-ci",
    "docs/ci/azure-pipelines.yml": "vendor.azure-pipelines",
}

README = (ROOT / "README.md").read_text(encoding="utf-8")

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are bash")


@pytest.mark.parametrize("name", FILES)
def test_it_is_valid_by_its_published_schema(name: str) -> None:
    pytest.importorskip("check_jsonschema", reason="the extra `oracle` brings the published schemas")
    # the schema for Azure has a pattern that only the lenient reading of regular expressions takes
    judge = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "nonunicode"]
    outcome = subprocess.run(
        [*judge, "--builtin-schema", FILES[name], str(ROOT / name)], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_workflow_of_the_readme_is_valid(tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="the extra `oracle` brings the published schemas")
    shown = re.findall(r"^```yaml\n(name:.*?)^```$", README, re.MULTILINE | re.DOTALL)
    workflow = tmp_path / "migrate-ext.yml"
    workflow.write_text(shown[0], encoding="utf-8")
    judge = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    outcome = subprocess.run([*judge, str(workflow)], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def parsed(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return data


@pytest.fixture
def shell(tmp_path: Path) -> Any:
    """Runs a script as a CI runner does, in a folder with one finding."""
    work, tools, scratch = (tmp_path / name for name in ("work", "tools", "scratch"))
    for folder in (work, tools, scratch):
        folder.mkdir()
    (work / "app.py").write_text(FOUND, encoding="utf-8")
    tool = tools / "migrate-ext"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m migrate_ext "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    environment = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(scratch),
        "GITHUB_OUTPUT": str(scratch / "output"),
        "GITHUB_STEP_SUMMARY": str(scratch / "summary"),
    }

    def run(script: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-e", "-o", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=work, env={**environment, **more}, capture_output=True, text=True, check=False
        )

    return run


def action_step(name: str) -> str:
    script: str = next(step["run"] for step in parsed("action.yml")["runs"]["steps"] if step.get("name") == name)
    assert "${{" not in script, "inputs come by the environment, or a pull request could run its own commands"
    return script


@needs_bash
class TestAction:
    def test_the_check_annotates_and_leaves_its_reports(self, shell: Any, tmp_path: Path) -> None:
        outcome = shell(action_step("Check"), PATHS=".", ARGUMENTS="")
        scratch = tmp_path / "scratch"
        assert outcome.returncode == 0, outcome.stderr
        assert "::error file=app.py,line=2" in outcome.stdout
        assert "exit-code=1\n" in (scratch / "output").read_text()
        assert "customExtensionHandlerInstances" in (scratch / "summary").read_text()
        assert json.loads((scratch / "migrate-ext.sarif").read_text())["version"] == "2.1.0"
        assert "app.py" in (scratch / "migrate-ext.md").read_text()

    def test_paths_and_arguments_are_several_words(self, shell: Any, tmp_path: Path) -> None:
        (tmp_path / "work" / "other.py").write_text(FOUND, encoding="utf-8")
        shell(action_step("Check"), PATHS="app.py\nother.py\n", ARGUMENTS="--ignore CEX1")
        assert "exit-code=0\n" in (tmp_path / "scratch" / "output").read_text()

    def test_inputs_are_never_read_as_shell(self, shell: Any, tmp_path: Path) -> None:
        shell(action_step("Check"), PATHS="$(touch owned)", ARGUMENTS="`touch owned`")
        assert not (tmp_path / "work" / "owned").exists()

    def test_the_result_is_the_exit_code_of_the_check(self, shell: Any) -> None:
        assert shell(action_step("Result"), CODE="1").returncode == 1


@needs_bash
def test_the_scripts_for_anywhere_else_fail_with_their_reports_written(shell: Any, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for text in (README, page):
        scripts = re.findall(r"^```sh\npython -m pip install git\+\S+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        assert [shell(script).returncode for script in scripts] == [1]
    assert (tmp_path / "work" / "migrate-ext.html").stat().st_size


@needs_bash
def test_the_gitlab_job_fails_with_its_reports_written(shell: Any, tmp_path: Path) -> None:
    job = parsed("docs/ci/gitlab-ci.yml")["migrate-ext"]
    outcome = shell("\n".join(job["script"]))
    assert outcome.returncode == 1
    for name in (*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()):
        assert (tmp_path / "work" / name).stat().st_size, name


@needs_bash
def test_the_azure_step_fails_with_its_sarif_written(shell: Any, tmp_path: Path) -> None:
    steps = parsed("docs/ci/azure-pipelines.yml")["steps"]
    script = next(step["script"] for step in steps if step.get("displayName") == "Check")
    outcome = shell(re.sub(r"\$\(Build\.ArtifactStagingDirectory\)", str(tmp_path), script))
    assert outcome.returncode == 1
    assert json.loads((tmp_path / "migrate-ext.sarif").read_text())["runs"]


def test_the_page_about_ci_shows_these_files() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert shown[1:] == [(ROOT / name).read_text(encoding="utf-8") for name in list(FILES)[1:]]
