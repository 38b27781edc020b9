"""Which files without a deprecated word the solver gets to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrate_ext.core.source import Source
from migrate_ext.engine.waves import linked
from migrate_ext.languages import DOCUMENT, PYTHON


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def wave(files: dict[str, str], *candidates: str) -> list[str]:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    kinds = {path: PYTHON if path.endswith(".py") else DOCUMENT for path in candidates}
    sources = {path: Source(path, files[path], "utf-8") for path in candidates}
    return linked(sorted(files), kinds, sources)


READER = "print(run.stage)\n"


@pytest.mark.parametrize(
    "line",
    [
        "from app.api import runs",
        "from app import api",
        "import app.api",
        "import os, app.api as api",
        "from .api import runs",
        "from . import api",
        "from app.api import (\n    runs,\n    other,\n)",
        "    from app.api import runs",
        "from .. import app; from ..app.api import runs",
    ],
)
def test_importers_of_a_candidate(line: str) -> None:
    files = {"app/__init__.py": "", "app/api.py": "", "app/use.py": f"{line}\n{READER}", "app/else.py": READER}
    assert "app/use.py" in wave(files, "app/api.py")
    assert "app/else.py" not in wave(files, "app/api.py")


def test_importers_of_importers() -> None:
    """What lies between a candidate and a reader is needed; what leads nowhere is not."""
    files = {
        "api.py": "",
        "between.py": "from api import runs\n",
        "reader.py": f"from between import runs\n{READER}",
        "nowhere.py": "from between import runs\n",
    }
    assert wave(files, "api.py") == ["between.py", "reader.py"]


def test_what_a_candidate_imports() -> None:
    files = {
        "main.py": "import helpers\nfrom config import ROOT\n",
        "helpers.py": "import deeper\n",
        "deeper.py": READER,
        "config.py": "ROOT = 'https://graph.microsoft.com/beta'\n",
        "unrelated.py": READER,
    }
    assert wave(files, "main.py") == ["config.py", "deeper.py", "helpers.py"]


def test_a_third_module_that_an_importer_brings_the_value_to() -> None:
    files = {
        "api.py": "",
        "main.py": "import api\nimport checks\nchecks.run(api.runs())\n",
        "checks.py": READER,
    }
    assert wave(files, "api.py") == ["checks.py", "main.py"]


def test_an_address_and_a_body_that_meet_elsewhere() -> None:
    files = {
        "address.py": "",
        "body.py": "BODY = {'displayName': 'x'}\n",
        "send.py": "import requests\nfrom address import URL\nfrom body import BODY\nrequests.post(URL, json=BODY)\n",
    }
    assert wave(files, "address.py") == ["body.py", "send.py"]


def test_sources_may_lie_below_a_folder_that_is_not_in_the_name() -> None:
    files = {"src/app/api.py": "", "tests/test_api.py": f"from app.api import runs\n{READER}"}
    assert wave(files, "src/app/api.py") == ["tests/test_api.py"]


@pytest.mark.parametrize(
    "line",
    [
        'open("data/requests.json")',
        'Path("data") / "requests.json"',
        "load('requests')",
        'glob.glob("data/req*.json")',
        'DATA.rglob("*quests.json")',
    ],
)
def test_files_that_name_a_candidate_document(line: str) -> None:
    files = {"data/requests.json": "{}", "reader.py": line + "\n", "other.py": 'open("data/other.json")\n'}
    assert wave(files, "data/requests.json") == ["reader.py"]


def test_the_tests_of_a_folder_import_its_conftest() -> None:
    files = {
        "data/requests.json": "{}",
        "tests/conftest.py": 'open("requests.json")\n',
        "tests/deep/test_a.py": READER,
        "tests/helper.py": READER,
    }
    assert wave(files, "data/requests.json") == ["tests/conftest.py", "tests/deep/test_a.py"]


def test_the_sdk_itself_is_not_followed() -> None:
    files = {
        "msgraph_beta/generated/models/a.py": "from .b import B\n",
        "msgraph_beta/generated/models/b.py": f"from .a import A\n{READER}",
    }
    assert wave(files, "msgraph_beta/generated/models/a.py") == []


def test_without_python_nothing_is_read() -> None:
    assert wave({"a.json": "{}"}, "a.json") == []


@pytest.mark.parametrize("inside", ["", "msgraph_beta", "msgraph_beta/generated"])
def test_the_sdk_is_known_from_inside_its_folder(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its modules import each other without end, and what flows there is declared."""
    files = {"msgraph_beta/generated/api.py": "", "msgraph_beta/generated/use.py": f"from .api import runs\n{READER}"}
    assert wave(files, "msgraph_beta/generated/api.py") == []
    monkeypatch.chdir(Path(inside))
    prefix = f"{inside}/" if inside else ""
    within = {name.removeprefix(prefix): content for name, content in files.items()}
    assert wave(within, min(within)) == []
