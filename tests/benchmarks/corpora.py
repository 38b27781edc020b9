"""What is measured on: made or installed once in a scratch folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from migrate_ext.engine import prefilter
from tests.benchmarks import export

if TYPE_CHECKING:
    from collections.abc import Callable

DJANGO, SDK, BOTOCORE = "Django==5.2.19", "msgraph-beta-sdk==1.66.0", "botocore==1.31.0"
"""botocore's later releases carry their JSON compressed."""

_BLOCK = """\
def settle_{n}(client, request_id):
    query = "$expand=customExtensionHandlerInstances"
    response = client.get(f"{{ROOT}}/accessPackageAssignmentRequests/{{request_id}}?{{query}}")
    if response.ok:
        request = response.json()
        names = [run["customExtensionId"] for run in request["customExtensionHandlerInstances"]]
    else:
        raise LookupError(request_id)
    for run in request.get("customExtensionHandlerInstances", []):
        if run["status"] == "requestSent":
            print(run["customExtensionId"], "waits", names)
    return names


WAITING_{n} = []
for REQUEST_{n} in ("1", "2"):
    if settle_{n}(CLIENT, REQUEST_{n}):
        WAITING_{n}.append(REQUEST_{n})
    elif REQUEST_{n} == "2":
        LAST_{n} = REQUEST_{n}


"""
_HEAD = (
    "import requests\n\nROOT = "
    '"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"\nCLIENT = requests.Session()\n\n\n'
)


class Corpora(NamedTuple):
    """Folders and files."""

    empty: Path
    clean_file: Path
    django: Path
    botocore: Path
    sdk: Path
    candidates: Path
    """The files of the SDK that name a deprecated word, alone."""
    export: Path
    tenth: Path
    """An export of a tenth of the requests."""
    clean_export: Path
    hundred: Path
    two_hundred: Path
    small: Path
    """One line with a deprecated word: what it costs is the start."""
    small_export: Path
    modules: dict[int, Path]
    """One module, and the same four and eight times as long."""


def corpora(scratch: Path) -> Corpora:
    """All of them; what is there already is not made again."""
    scratch.mkdir(parents=True, exist_ok=True)
    made = Corpora(
        _once(scratch / "empty", Path.mkdir),
        _once(scratch / "clean.py", lambda path: path.write_text("import os\n\nprint(os.name)\n", encoding="utf-8")),
        _once(scratch / "django", _django),
        _once(scratch / "botocore", lambda path: _install(BOTOCORE, path)),
        _once(scratch / "sdk", lambda path: _install(SDK, path)),
        scratch / "candidates",
        _once(scratch / "export.json", lambda path: export.write(str(path), export.REQUESTS)),
        _once(scratch / "export-tenth.json", lambda path: export.write(str(path), export.REQUESTS // 10)),
        _once(scratch / "export-clean.json", lambda path: export.write(str(path), export.REQUESTS, clean=True)),
        _once(scratch / "hundred", lambda path: _modules(path, 100)),
        _once(scratch / "two-hundred", lambda path: _modules(path, 200)),
        _once(scratch / "small.py", lambda path: _write(path, 'NAME = "customExtensionHandlerInstances"\n')),
        _once(
            scratch / "small.json", lambda path: _write(path, '{"value": [{"customExtensionHandlerInstances": []}]}')
        ),
        {
            times: _once(scratch / f"times-{times}.py", partial(_write, text=module(0, 30 * times)))
            for times in (1, 4, 8)
        },
    )
    _once(made.candidates, lambda path: _candidates(made.sdk, path))
    return made


def _once(path: Path, make: Callable[[Path], object]) -> Path:
    if not path.exists():
        click.echo(f"making {path.name}", err=True)
        begun = path.with_name(path.name + ".part")
        shutil.rmtree(begun, ignore_errors=True)
        begun.unlink(missing_ok=True)
        make(begun)
        begun.rename(path)  # what an interruption left half made is made again
    return path


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True)


def _install(requirement: str, path: Path) -> None:
    _pip("install", "--no-deps", "--no-compile", "--target", str(path), requirement)


def _django(path: Path) -> None:
    _pip("download", "--no-deps", "--no-binary", ":all:", "--dest", str(path), DJANGO)
    (archive,) = path.glob("*.tar.gz")
    with tarfile.open(archive) as content:
        content.extractall(path, filter="data")
    archive.unlink()


def _candidates(sdk: Path, path: Path) -> None:
    for file in sdk.rglob("*.py"):
        if prefilter.is_candidate(file.read_bytes()):
            target = path / file.relative_to(sdk)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def module(first: int, blocks: int) -> str:
    """A module of so many functions that each use deprecated words; 22 lines a block."""
    return _HEAD + "".join(_BLOCK.format(n=number) for number in range(first, first + blocks))


def _modules(path: Path, number: int) -> None:
    path.mkdir()
    for index in range(number):
        _write(path / f"module_{index}.py", module(8 * index, 8))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
