"""The list of repositories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from migrate_ext.engine.options import UsageError
from migrate_ext.fleet.lines import Repository, read

if TYPE_CHECKING:
    from pathlib import Path


def listed(tmp_path: Path, text: str, name: str = "list.txt") -> list[Repository]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(str(path))


def test_a_line_is_an_address_with_a_revision_and_a_label_where_wanted(tmp_path: Path) -> None:
    text = """\
# our repositories
https://git.example/hr/joiners.git

git@git.example:it/portal.git revision=release/2 label="Team IT"  # the portal
ssh://git.example:2222/x.git label=a=b
"""
    assert listed(tmp_path, text) == [
        Repository("https://git.example/hr/joiners.git"),
        Repository("git@git.example:it/portal.git", "release/2", "Team IT"),
        Repository("ssh://git.example:2222/x.git", None, "a=b"),
    ]


def test_paths_are_relative_to_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/someone")
    text = '../a\n./b.git\n"c d/e:f"\n/srv/git/g.git\n~/h\n'
    above = tmp_path.parent
    assert [one.address for one in listed(tmp_path, text)] == [
        f"{above}/a",
        f"{tmp_path}/b.git",
        f"{tmp_path}/c d/e:f",
        "/srv/git/g.git",
        "/home/someone/h",
    ]


def test_yaml_says_the_same(tmp_path: Path) -> None:
    text = """\
- https://git.example/a
- repository: b
  revision: v1
  label: payments
"""
    expected = [Repository("https://git.example/a"), Repository(f"{tmp_path}/b", "v1", "payments")]
    assert listed(tmp_path, text, "list.yaml") == expected
    assert listed(tmp_path, text, "list.YML") == expected


def test_a_repository_that_is_listed_twice_is_taken_once_unless_the_revision_differs(tmp_path: Path) -> None:
    text = "a label=one\nb\n./a label=two\na revision=v1\nhttps://me:secret@x.example/r\nhttps://x.example/r\n"
    assert listed(tmp_path, text) == [
        Repository(f"{tmp_path}/a", None, "one"),
        Repository(f"{tmp_path}/b"),
        Repository(f"{tmp_path}/a", "v1"),
        Repository("https://me:secret@x.example/r"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("list.txt", "", "list.txt: lists no repository"),
        ("list.txt", "# nothing\n\n", "list.txt: lists no repository"),
        ("list.txt", "a\nb v1\n", "list.txt:2: 'v1': after the address stand"),
        ("list.txt", "a branch=main\n", "list.txt:1: 'branch=main': after the address stand"),
        ("list.txt", "a label=\n", "list.txt:1: 'label=': after the address stand"),
        ("list.txt", "a label=x label=y\n", "list.txt:1: 'label=y': after the address stand"),
        ("list.yml", "", "list.yml: entry 1 must be an address"),
        ("list.yml", "a: [", "list.yml: not valid YAML"),
        ("list.yml", "- a\n- 7\n", "list.yml: entry 2 must be an address"),
        ("list.yml", "- {repository: a, branch: main}\n", "list.yml: entry 1 must be an address"),
        ("list.yml", "- {revision: main}\n", "list.yml: entry 1 must be an address"),
        ("list.yml", "- {repository: a, revision: 1.0}\n", "list.yml: entry 1: 'revision' must be a text: put it in"),
    ],
)
def test_what_is_no_list_is_said_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        listed(tmp_path, text, name)
    assert said in str(error.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.txt: No such file"):
        read(str(tmp_path / "missing.txt"))
    (tmp_path / "latin.txt").write_bytes(b"\xe9\n")
    with pytest.raises(UsageError, match=r"latin\.txt: not UTF-8"):
        read(str(tmp_path / "latin.txt"))


@pytest.mark.parametrize(
    "address",
    [
        "--upload-pack=touch pwned",
        "-u",
        "ext::sh -c id",
        "EXT::sh -c id",
        "fd::7",
        "::x",
        "git+ssh://x.example/r",
        "hg://x.example/r",
        "ext://x",
        "ssh://-oProxyCommand=id/r",
        "ssh://me@-oProxyCommand=id/r",
        "-oProxyCommand=id:r",
        "me@-oProxyCommand=id:r",
        "x.example:-r",
        "https://x.example/\x1b[2J",
    ],
)
def test_what_git_could_take_for_an_option_or_a_helper_is_refused(address: str) -> None:
    assert (Repository(address).refused or "").startswith("refused: ")


@pytest.mark.parametrize("revision", ["-x", "--upload-pack=id", "+main", "a:b", "refs/*", "main~1", "a b", "^main", ""])
def test_a_revision_that_is_no_name_is_refused(revision: str) -> None:
    assert (Repository("https://x.example/r", revision).refused or "").startswith("refused: ")


@pytest.mark.parametrize(
    "repository",
    [
        Repository("/srv/-git/a-b.git"),
        Repository("/srv/git/a::b"),
        Repository("https://me:pass-word@x.example:8443/r-1.git", "feature/a-1"),
        Repository("git@x.example:team/r.git", "v1.0.0"),
        Repository("ssh://me@[::1]:2222/r", "0123456789abcdef0123456789abcdef01234567"),
        Repository("file:///srv/git/r", "release#7"),
        Repository("x.example:~me/r", "größe"),
    ],
)
def test_what_git_clone_takes_is_not(repository: Repository) -> None:
    assert repository.refused is None


def test_a_password_is_not_shown_and_changes_no_file_name() -> None:
    one, other = (Repository(f"https://me:{word}@x.example/r") for word in ("secret", "another"))
    assert one.name == "https://x.example/r"
    assert one.key == other.key
    assert one.key != Repository("https://x.example/r", "v1").key
