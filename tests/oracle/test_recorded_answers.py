"""Recorded answers and the programs that read them, migrated together, still print the same.

Each folder of `recorded/rest` (read with `json`) and `recorded/sdk` (read with the SDK's own deserialiser) is a project
with a program, `report.py`. What it prints of the stage, which the new instances have not, it prints as `stage=…`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import laws
from tests.door import run

HERE = Path(__file__).parent
WORLDS = [
    pytest.param("rest", id="rest"),
    pytest.param(
        "sdk",
        id="sdk",
        marks=pytest.mark.skipif(
            importlib.util.find_spec("msgraph_beta") is None, reason="the SDK is not installed: pip install '.[oracle]'"
        ),
    ),
]
STAGE = re.compile(r"stage=\S+")
GONE = re.compile(rb"[cC]ustom_?[eE]xtension_?[hH]andler|[cC]ustom_?[aA]ccess_?[pP]ackage_?[wW]orkflow_?[eE]xtension")


def printed(folder: Path) -> dict[str, str]:
    """What the programs below a folder print, by their folder's name."""
    command = [sys.executable, str(HERE / "play.py"), str(folder)]
    texts: dict[str, str] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return texts


def migrated(world: str, folder: Path, *flags: str) -> laws.Tree:
    """The projects of a world, copied and fixed one by one; their files."""
    shutil.copytree(HERE / "recorded" / world, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for project in folder.iterdir():
        with contextlib.chdir(project):
            assert run("fix", "--isolated", "--quiet", *flags, ".").code in (0, 1)
    return laws.tree(folder)


@pytest.fixture(scope="module", params=WORLDS)
def world(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def before(world: str) -> dict[str, str]:
    texts = printed(HERE / "recorded" / world)
    assert len(texts) >= 6
    assert all(texts.values())
    return texts


def test_after_a_safe_fix_they_print_the_same(world: str, before: dict[str, str], tmp_path: Path) -> None:
    after = migrated(world, tmp_path / world)
    assert any(GONE.search(text) for text in after.values()), "what only an unsafe fix may change is there"
    assert printed(tmp_path / world) == before


def test_after_an_unsafe_fix_they_print_the_same_but_for_the_stage(
    world: str, before: dict[str, str], tmp_path: Path
) -> None:
    after = migrated(world, tmp_path / world, "--unsafe")
    assert not [path for path, text in after.items() if GONE.search(text)]
    assert printed(tmp_path / world) == {name: STAGE.sub("stage=None", text) for name, text in before.items()}
