"""The changes that docs/architecture.md shows, each applied to a copy of the package and tried."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NEW_NAME = "customExtensionCalloutInstances"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run the changed package in."""
    shutil.copytree(ROOT / "migrate_ext", tmp_path / "migrate_ext", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def apply(heading: str) -> None:
    """Apply the patches of a section."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for patch in re.findall(r"^```diff\n(.*?)^```$", section, re.DOTALL | re.MULTILINE):
        git = subprocess.run(["git", "apply", "-"], input=patch, text=True, capture_output=True, check=False)
        assert not git.returncode, git.stderr


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "migrate_ext", *arguments]
    return subprocess.run(command, text=True, capture_output=True, check=False, encoding="utf-8").stdout


def test_the_page_names_files_that_exist() -> None:
    prose = re.sub(r"^```.*?^```$", "", PAGE, flags=re.DOTALL | re.MULTILINE)
    named = re.findall(r"`((?:\w+/)+(?:\w+\.py)?)`", prose)
    assert len(named) > 5
    assert [path for path in named if not any(Path(base, path).exists() for base in (ROOT, ROOT / "migrate_ext"))] == []


def test_a_row_of_the_catalogue_is_known_to_every_language() -> None:
    apply("Add a row to the catalogue")
    files = {
        "sdk.py": "from msgraph_beta.generated.models.access_package_assignment import AccessPackageAssignment\n\n\n"
        "def runs(assignment: AccessPackageAssignment):\n    return assignment.custom_extension_runs\n",
        "rest.py": 'def runs(assignment):\n    return assignment["customExtensionRuns"]\n',
        "export.json": '{"customExtensionRuns": [], "accessPackageAssignmentPolicy": null}\n',
    }
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    run("fix", "--unsafe", *files)
    assert {name: Path(name).read_text(encoding="utf-8") for name in files} == {
        "sdk.py": files["sdk.py"].replace("custom_extension_runs", "custom_extension_callout_instances"),
        "rest.py": files["rest.py"].replace("customExtensionRuns", NEW_NAME),
        "export.json": files["export.json"].replace("customExtensionRuns", NEW_NAME),
    }
    assert "customExtensionRuns of assignments" in run("rules", "CEX401")


def test_a_kind_of_document_needs_a_reader_and_a_row() -> None:
    apply("Add a kind of document")
    log = Path("log.json-seq")
    records = ['\x1e{"customExtensionHandlerInstances": []}\n', '\x1e{"customExtensionHandlerInstances": [}\n']
    log.write_text("".join(records), encoding="utf-8")
    report = json.loads(run("fix", "--format", "json", "log.json-seq"))
    assert [(finding["code"], finding["range"]["start"]["line"]) for finding in report["findings"]] == [("CEX901", 2)]
    assert log.read_text(encoding="utf-8") == records[0].replace("HandlerInstances", "CalloutInstances") + records[1]


def test_a_report_format_needs_a_module_and_its_name() -> None:
    apply("Add a report format")
    Path("a.py").write_text(
        'def runs(request):\n    return request["customExtensionHandlerInstances"]\n', encoding="utf-8"
    )
    assert run("check", "--format", "csv", "a.py").startswith("a.py,2,CEX102,")
