"""The configuration file and its errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrate_ext.engine import config
from migrate_ext.engine.options import UsageError


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_no_file_says_nothing(work: Path) -> None:
    assert config.find(str(work)) == config.Config()


def test_all_keys(work: Path) -> None:
    write(
        "migrate-ext.toml",
        """
        select = ["CEX1"]
        ignore = ["CEX103"]
        exclude = ["gen"]
        extend-exclude = ["old"]
        per-file-ignores = {"tests/*" = ["CEX2"]}
        target = "v1.0"
        unsafe-fixes = true
        baseline = "ci/baseline.json"
        sdk-modules = ["contoso.graph"]
        """,
    )
    assert config.find(str(work)) == config.Config(
        path="migrate-ext.toml",
        base=".",
        select=("CEX1",),
        ignore=("CEX103",),
        exclude=("gen",),
        extend_exclude=("old",),
        per_file_ignores=(("tests/*", ("CEX2",)),),
        target="v1.0",
        unsafe_fixes=True,
        baseline="ci/baseline.json",
        sdk_modules=("contoso.graph",),
    )


def test_own_file_wins_over_the_shared_one(work: Path) -> None:
    write("pyproject.toml", '[tool.migrate-ext]\ntarget = "beta"\n')
    assert config.find(str(work)).path == "pyproject.toml"
    write("migrate-ext.toml", 'target = "v1.0"\n')
    assert config.find(str(work)).target == "v1.0"


def test_the_nearest_file_counts(work: Path) -> None:
    """A pyproject.toml without the tool's table is passed by; nothing is looked for above a repository."""
    write("pyproject.toml", '[tool.migrate-ext]\ntarget = "v1.0"\n')
    write("sub/pyproject.toml", "[tool.other]\n")
    found = config.find(str(work / "sub"))
    assert (found.path, found.base) == ("pyproject.toml", ".")
    (work / "sub" / ".git").mkdir()
    assert config.find(str(work / "sub")).path is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["CEX1"]', "migrate-ext.toml: unknown key 'selct'; did you mean 'select'?"),
        ("per_file_ignores = {}", "unknown key 'per_file_ignores'; did you mean 'per-file-ignores'?"),
        ("xyz = 1", "unknown key 'xyz'; known: baseline, exclude, extend-exclude"),
        ('select = "CEX1"', "'select' must be a list of strings, not 'CEX1'"),
        ("select = [1]", "'select' must be a list of strings, not [1]"),
        ("target = 1", "'target' must be a string, not 1"),
        ('target = "v2"', "'target': 'v2' is no version of the API; use one of beta, v1.0"),
        ('unsafe-fixes = "yes"', "'unsafe-fixes' must be true or false, not 'yes'"),
        ('per-file-ignores = ["a"]', "'per-file-ignores' must be a table of globs, each with a list of codes"),
        ('ignore = ["CEX110"]', "'ignore': no rule has the code 'CEX110'; did you mean 'CEX10"),
        ('per-file-ignores = {"a" = ["X"]}', "'per-file-ignores': 'a': no rule has the code 'X'"),
        ('baseline = "../b.json"', "'../b.json' lies outside of the configuration's folder"),
        ('baseline = "/b.json"', "'/b.json' lies outside of the configuration's folder"),
        ("select = [", "migrate-ext.toml: not valid TOML: "),
    ],
)
def test_errors_name_file_key_and_remedy(work: Path, text: str, message: str) -> None:
    write("migrate-ext.toml", text)
    with pytest.raises(UsageError) as caught:
        config.find(str(work))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_that_is_none(work: Path) -> None:
    write("pyproject.toml", '[tool]\nmigrate-ext = "yes"\n')
    with pytest.raises(UsageError, match=r"pyproject.toml: tool.migrate-ext must be a table"):
        config.find(str(work))


def test_a_named_file_must_be_there() -> None:
    with pytest.raises(UsageError, match=r"nope\.toml: No such file or directory"):
        config.load("nope.toml")
