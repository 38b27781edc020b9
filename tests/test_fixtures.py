"""The estate in `fixtures/`: what `fix` and `fix --unsafe` make of it is `fixtures-expected/`, to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import laws
from tests.door import run

ROOT = Path(__file__).parents[1]
EXPECTED = ROOT / "fixtures-expected"
LOOK_ALIKES = {"lookalikes/deliveries.py", "lookalikes/plugins.py", "lookalikes/token_events.json"}


@pytest.fixture
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> laws.Tree:
    """The estate in a scratch folder that is the working directory; its content."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    return laws.tree(tmp_path / "fixtures")


def expected(before: laws.Tree, *layers: str) -> laws.Tree:
    """The estate with the files of the layers laid over it."""
    after = dict(before)
    for layer in layers:
        after |= laws.tree(EXPECTED / layer)
    return after


@pytest.mark.parametrize(("flags", "layers"), [((), ("safe",)), (("--unsafe",), ("safe", "unsafe"))])
def test_a_fix_makes_exactly_the_expected_files(
    before: laws.Tree, flags: tuple[str, ...], layers: tuple[str, ...]
) -> None:
    run("fix", *flags, "fixtures")
    assert laws.tree(Path("fixtures")) == expected(before, *layers)


def test_every_expected_file_differs_from_the_layer_below(before: laws.Tree) -> None:
    assert all(before[path] != content for path, content in laws.tree(EXPECTED / "safe").items())
    safe = expected(before, "safe")
    assert all(safe[path] != content for path, content in laws.tree(EXPECTED / "unsafe").items())


def test_an_unsafe_fix_leaves_only_manual_findings(before: laws.Tree) -> None:
    outcome = run("fix", "fixtures", "--unsafe", "--format", "json")
    assert {finding["applicability"] for finding in outcome.report["findings"]} == {"manual"}
    assert outcome.code == 1
    again = run("fix", "fixtures", "--unsafe", "--format", "json")
    assert again.report["findings"] == outcome.report["findings"]
    assert not again.report["fixed"]


def test_the_look_alikes_stay_silent(before: laws.Tree) -> None:
    assert before.keys() >= LOOK_ALIKES
    report = run("check", "fixtures", "--mentions", "--format", "json").report
    assert not {finding["path"] for finding in report["findings"]} & {f"fixtures/{path}" for path in LOOK_ALIKES}


def test_the_report_on_the_estate_keeps_the_laws(before: laws.Tree) -> None:
    outcome = run("check", "fixtures", "--format", "json")
    paths = {f"fixtures/{path}": content for path, content in before.items()}
    assert not laws.broken_by_report(outcome.report, paths, outcome.code)
    assert laws.edited(outcome.report, paths, {"safe"}) == {
        f"fixtures/{path}": content for path, content in expected(before, "safe").items()
    }
