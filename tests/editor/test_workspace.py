"""What is kept between keystrokes is worth what a fresh look finds."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pygls", reason="the extra `lsp` brings it")

from migrate_ext.editor.documents import TextDocument
from migrate_ext.editor.workspace import Workspace
from migrate_ext.engine import analysis, workers
from migrate_ext.engine.options import Options
from migrate_ext.engine.runner import check

if TYPE_CHECKING:
    from migrate_ext.core.finding import Finding
    from migrate_ext.core.model import Facts
    from migrate_ext.core.source import Source
    from migrate_ext.editor.workspace import Look

ROOT = Path(__file__).parents[2]
READS = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'


def document(path: str, text: str | None = None) -> TextDocument:
    text = Path(path).read_text(encoding="utf-8") if text is None else text
    return TextDocument(Path(path).absolute().as_uri(), path, text, 1, "utf-16")


def opened(*documents: TextDocument) -> dict[str, TextDocument]:
    return {one.path: one for one in documents}


def findings(look: Look, path: str) -> list[Finding]:
    return [one.finding for one in look.found[path]]


def codes(look: Look, path: str) -> list[str]:
    return [one.code for one in findings(look, path)]


@pytest.fixture
def estate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fixtures that is the working directory."""
    shutil.copytree(ROOT / "fixtures", tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_open_files_show_what_check_reports(estate: Path) -> None:
    """Unlike `check` on the command line, which reports on files that nobody has open too."""
    names = [str(path.relative_to(estate)) for path in estate.rglob("*") if path.suffix in (".py", ".json")]
    looks = Workspace([str(estate)]).look(opened(*map(document, names)))
    shown = [finding for name in sorted(names) for finding in findings(looks[name], name)]
    assert shown == list(check(Options()).findings)


@pytest.mark.parametrize("seed", range(6))
def test_typing_ends_where_a_fresh_look_begins(estate: Path, seed: int) -> None:
    """Lines go, come back and move between two linked files, until some texts are half, broken or empty."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = ("rest/test_hooks.py", "rest/waiting.py", "rest/recorded/policies.json", "config/settings.json")
    texts = {name: Path(name).read_text(encoding="utf-8") for name in names}
    saved = dict(texts)
    kept = Workspace([str(estate)])
    for _ in range(12):
        name = chance.choice(names)
        lines = texts[name].splitlines(keepends=True)
        at = chance.randrange(len(lines) + 1)
        step = chance.choice(("cut", "copy", "whole", "half"))
        if step == "cut":
            del lines[at : at + chance.randrange(3)]
        elif step == "copy" and lines:
            lines.insert(at, chance.choice(lines))
        elif step == "half" and lines:
            lines[at - 1] = lines[at - 1][: chance.randrange(len(lines[at - 1]) + 1)]
        texts[name] = saved[name] if step == "whole" else "".join(lines)
        documents = opened(*(document(*item) for item in texts.items()))
        look = kept.look(documents)[name]
        for path in look.broken:
            documents[path] = document(path, look.run.sources[path].text if look.run else None)
        fresh = Workspace([str(estate)]).look(documents)
        for path in names:
            assert findings(look, path) == findings(fresh[path], path)


def test_a_keystroke_extracts_its_own_file_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.py", "b.py", "c.py"):
        Path(name).write_text(READS, encoding="utf-8")
    workspace = Workspace([str(folder)])
    workspace.look(opened(document("a.py")))
    extracted: list[str] = []

    def extract(kind: str, source: Source) -> Facts:
        extracted.append(source.path)
        return analysis.extract_with_registry(kind, source)

    monkeypatch.setattr("migrate_ext.editor.workspace.extract_with_registry", extract)
    look = workspace.look(opened(document("a.py", READS + READS)))["a.py"]
    assert (extracted, codes(look, "a.py")) == (["a.py"], ["CEX102"] * 2)
    Path("b.py").write_text(READS + READS, encoding="utf-8")
    workspace.forget(str(folder / "b.py"))
    workspace.look(opened(document("a.py", READS + READS)))
    assert extracted == ["a.py", "b.py"]


def test_an_import_that_is_typed_links_a_file_without_a_deprecated_word(folder: Path) -> None:
    """What the stage is read of, only the helper says."""
    Path("helper.py").write_text(
        'def runs(request):\n    return request["customExtensionHandlerInstances"]\n', encoding="utf-8"
    )
    rest = 'def show(request):\n    for run in runs(request):\n        print(run["stage"])\n'
    workspace = Workspace([str(folder)])
    for text in (rest, "from helper import runs\n" + rest, rest):
        texts = opened(document("reader.py", text), document("helper.py"))
        look = workspace.look(texts)["reader.py"]
        fresh = Workspace([str(folder)]).look(texts)["reader.py"]
        assert [findings(look, path) for path in texts] == [findings(fresh, path) for path in texts]
        assert codes(look, "reader.py") == ["CEX103"] * text.startswith("from")


class TestBroken:
    def test_its_last_readable_text_counts(self, folder: Path) -> None:
        workspace = Workspace([str(folder)])
        assert codes(workspace.look(opened(document("a.py", READS)))["a.py"], "a.py") == ["CEX102"]
        for text in (READS + "(", "(", READS + "("):
            look = workspace.look(opened(document("a.py", text)))["a.py"]
            assert codes(look, "a.py") == ["CEX102"]
            assert look.broken == {"a.py"}
        look = workspace.look(opened(document("a.py", "x = 1\n")))["a.py"]
        assert (codes(look, "a.py"), look.broken) == ([], frozenset())

    def test_one_that_never_was_readable_is_a_finding(self, folder: Path) -> None:
        look = Workspace([str(folder)]).look(opened(document("a.py", READS + "(")))["a.py"]
        assert (codes(look, "a.py"), look.broken) == (["CEX901"], frozenset())

    def test_a_mistake_of_the_tool_costs_the_findings_of_one_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workspace = Workspace([str(folder)])
        both = opened(document("a.py", READS), document("b.py", READS))
        workspace.look(both)

        def extract(kind: str, source: Source) -> Facts:
            if source.path == "a.py":
                raise ZeroDivisionError
            return analysis.extract_with_registry(kind, source)

        monkeypatch.setattr("migrate_ext.editor.workspace.extract_with_registry", extract)
        looks = workspace.look(both | opened(document("a.py", READS + "\n"), document("b.py", READS + READS)))
        assert codes(looks["b.py"], "b.py") == ["CEX102"] * 2
        assert looks["a.py"].broken == {"a.py"}


class TestProjects:
    def test_each_file_is_seen_with_the_configuration_above_it(self, folder: Path) -> None:
        for name in ("one", "two/three"):
            Path(name).mkdir(parents=True)
        Path("one/migrate-ext.toml").write_text('ignore = ["CEX102"]\n', encoding="utf-8")
        names = ("one/a.py", "two/three/a.py")
        looks = Workspace([str(folder)]).look(opened(*(document(name, READS) for name in names)))
        assert [codes(looks[name], name) for name in names] == [[], ["CEX102"]]

    def test_a_file_outside_of_all_folders_is_seen_alone(self, folder: Path) -> None:
        (folder / "other.py").write_text(READS, encoding="utf-8")
        look = Workspace().look(opened(document("a.py", READS)))["a.py"]
        assert codes(look, "a.py") == ["CEX102"]
        assert look.run is not None
        assert "other.py" not in look.run.given

    def test_a_configuration_that_cannot_be_read_says_so_until_it_can(self, folder: Path) -> None:
        workspace, texts = Workspace([str(folder)]), opened(document("a.py", READS))
        Path("migrate-ext.toml").write_text("select = 1\n", encoding="utf-8")
        look = workspace.look(texts).get("a.py")
        assert look is not None
        assert look.error == "migrate-ext.toml: 'select' must be a list of strings, not 1"
        Path("migrate-ext.toml").write_text("", encoding="utf-8")
        assert codes(workspace.look(texts)["a.py"], "a.py") == ["CEX102"]

    def test_an_ignored_file_shows_nothing(self, folder: Path) -> None:
        Path(".gitignore").write_text("a.py\n", encoding="utf-8")
        Path("a.py").write_text(READS, encoding="utf-8")
        workspace = Workspace([str(folder)])
        assert codes(workspace.look(opened(document("a.py")))["a.py"], "a.py") == []
        assert codes(workspace.look(opened(document("a.py", READS + READS)))["a.py"], "a.py") == []


def test_a_look_can_be_ended(folder: Path) -> None:
    Path("b.py").write_text(READS, encoding="utf-8")
    workspace, texts = Workspace([str(folder)]), opened(document("a.py", READS))

    def pause() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        workspace.look(texts, pause)
    assert codes(workspace.look(texts)["a.py"], "a.py") == ["CEX102"]


def test_no_process_is_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork of a process with threads may hang."""
    monkeypatch.setattr(workers, "_PAYS", 1)
    monkeypatch.setattr(workers, "_in_processes", None)
    for name in ("a.py", "b.py"):
        Path(name).write_text(READS, encoding="utf-8")
    look = Workspace([str(folder)]).look(opened(document("a.py")))["a.py"]
    assert codes(look, "a.py") == ["CEX102"]
