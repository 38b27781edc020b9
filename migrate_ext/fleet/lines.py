"""The list of repositories: one a line, or YAML."""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from migrate_ext.engine.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+')
_KEYS = ("revision", "label")
_PASSWORD = re.compile(r"(?<=://)[^/@\s]*@")
_REVISION = re.compile(r"\w[^\s~^:?*\[\\]*")
"""What is a name for git and no option, pattern or pair of names."""
_OPTION = re.compile(r"(?:[^/]*://)?(?:[^/]*[@:])?-")
"""Also a host or a path that begins like one: they are handed on to ssh and to git on the other side."""
_HELPER = re.compile(r"[\w+.-]*::")
_PROTOCOL = re.compile(r"([^/:]+)://")
_PROTOCOLS = ("file", "git", "http", "https", "ssh")
PROTOCOLS = ":".join(_PROTOCOLS)
"""As git's variable `GIT_ALLOW_PROTOCOL` takes them."""


class Repository(NamedTuple):
    """A line of the list."""

    address: str
    """What git fetches from; a local path is absolute."""
    revision: str | None = None
    """A branch, a tag or a full hash; None is what the repository's HEAD names."""
    label: str | None = None
    """The team that it counts for."""

    @property
    def name(self) -> str:
        """The address as it may be shown: without a user's name and password."""
        return shown(self.address)

    @property
    def key(self) -> str:
        """A name for files; passwords do not count, for they change."""
        return hashlib.sha256(f"{self.name}\0{self.revision or ''}".encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def refused(self) -> str | None:
        """Why git must not see this line; None where it may."""
        address, revision = self.address, self.revision
        if not address.isprintable():
            return "refused: an address without control characters is needed"
        if _OPTION.match(address):
            return "refused: git could take it for an option"
        protocol = _PROTOCOL.match(address)
        if _HELPER.match(address) or (protocol is not None and protocol[1].lower() not in _PROTOCOLS):
            return f"refused: git would start a helper for it; allowed are paths, host:path and {', '.join(_PROTOCOLS)}"
        if revision is not None and not (_REVISION.fullmatch(revision) and revision.isprintable()):
            return f"refused: the revision {revision!r} must be a branch, a tag or a full hash"
        return None


def shown(text: str) -> str:
    """A text without the users and passwords in its addresses."""
    return _PASSWORD.sub("", text)


def read(path: str) -> list[Repository]:
    """The repositories that a file lists, each once; paths are relative to the file's folder.

    Raises `UsageError` where the file cannot be read as a list.
    """
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read()
    except OSError as error:
        message = f"{path}: {error.strerror}: name a list of repositories"
        raise UsageError(message) from error
    except ValueError as error:
        message = f"{path}: not UTF-8: name a list of repositories"
        raise UsageError(message) from error
    entries = _yaml(path, text) if path.lower().endswith((".yaml", ".yml")) else _plain(path, text)
    folder = os.path.dirname(os.path.abspath(path))
    found: dict[tuple[str, str | None], Repository] = {}
    for entry in entries:
        one = entry._replace(address=_absolute(entry.address, folder))
        found.setdefault((one.name, one.revision), one)
    if not found:
        message = f"{path}: lists no repository: write one a line"
        raise UsageError(message)
    return list(found.values())


def _absolute(address: str, folder: str) -> str:
    """As git tells them apart: a colon before the first slash makes an address."""
    if address.startswith("-") or ":" in address.split("/", 1)[0]:
        return address
    return os.path.normpath(os.path.join(folder, os.path.expanduser(address)))


def _plain(path: str, text: str) -> Iterator[Repository]:
    for number, line in enumerate(text.splitlines(), 1):
        address, *rest = [word.replace('"', "") for word in _WORD.findall(line)] or [""]
        if not address or address.startswith("#"):
            continue
        given: dict[str, str] = {}
        for word in rest:
            if word.startswith("#"):
                break
            key, sign, value = word.partition("=")
            if key not in _KEYS or not sign or not value or key in given:
                message = f"{path}:{number}: {word!r}: after the address stand revision=NAME and label=NAME"
                raise UsageError(message)
            given[key] = value
        yield Repository(address, given.get("revision"), given.get("label"))


def _yaml(path: str, text: str) -> Iterator[Repository]:
    import yaml

    try:
        data = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"{path}: not valid YAML: {error}"
        raise UsageError(message) from error
    for number, item in enumerate(data if isinstance(data, list) else [data], 1):
        entry = {"repository": item} if isinstance(item, str) else item
        if not isinstance(entry, dict) or not {"repository"} <= entry.keys() <= {"repository", *_KEYS}:
            message = f"{path}: entry {number} must be an address, or have the keys repository, revision and label"
            raise UsageError(message)
        wrong = [key for key, value in entry.items() if not isinstance(value, str) or not value]
        if wrong:
            message = f"{path}: entry {number}: {wrong[0]!r} must be a text: put it in quotes"
            raise UsageError(message)
        yield Repository(entry["repository"], entry.get("revision"), entry.get("label"))
