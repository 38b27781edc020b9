"""A copy of the SDK from which the deprecated names are gone, as it will be one day; and a type checker's view of both.

Nothing here is derived from the catalogue: it judges what is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SNAKE = (
    "custom_extension_handler",
    "custom_access_package_workflow_extension",
    "access_package_custom_extension_handler_status",
)
_PASCAL = (
    "CustomExtensionHandler",
    "CustomAccessPackageWorkflowExtension",
    "AccessPackageCustomExtensionHandlerStatus",
)
_GONE = re.compile(rf"\b(?=(?:by_)?(?:{'|'.join(_SNAKE)})|(?:{'|'.join(_PASCAL)}))")
_MARK = "zz_gone_"


class Complaint(NamedTuple):
    """An error of the type checker."""

    line: int
    message: str


Complaints = dict[str, list[Complaint]]
"""By file, relative to the checked folder."""


def build(sdk: Path, folder: Path) -> Path:
    """A copy of the environment that holds the package `sdk`, in which every deprecated name of it is renamed away.

    Files are linked; links to folders would mislead the type checker.
    """
    packages = folder / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    shutil.copytree(sdk.parent, packages, ignore=shutil.ignore_patterns("__pycache__"), copy_function=_link)
    target = packages / sdk.name
    folders = []
    for inner, _, names in os.walk(target):
        folders.append(inner)
        for path in (os.path.join(inner, name) for name in names if name.endswith(".py")):
            with open(path, encoding="utf-8") as stream:
                text = stream.read()
            if (new := _GONE.sub(_MARK, text)) != text:
                os.unlink(path)  # it may be a link to the real one
                with open(path, "w", encoding="utf-8") as stream:
                    stream.write(new)
            _rename(path)
    for inner in sorted(folders, key=len, reverse=True):
        _rename(inner)
    return folder


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _rename(path: str) -> None:
    folder, name = os.path.split(path)
    if (new := _GONE.sub(_MARK, name)) != name:
        os.rename(path, os.path.join(folder, new))


def complaints(root: Path, projects: Iterable[str], environment: Path | None) -> Complaints:
    """What basedpyright says of the projects, folders below `root`, in an environment or else in this one."""
    config = root / "pyrightconfig.json"
    roots = list(projects)
    settings = {
        "pythonVersion": "3.11",
        "typeCheckingMode": "standard",
        "strictDictionaryInference": True,  # else what is unpacked with ** is checked only where all its types are one
        "include": roots,
        "executionEnvironments": [{"root": name} for name in roots],
    }
    if environment is not None:
        settings |= {"venvPath": str(environment.parent), "venv": environment.name}
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--level", "error", "-p", str(config)]
    if environment is None:
        command += ["--pythonpath", sys.executable]
    run = subprocess.run(command, capture_output=True, check=False, cwd=root)
    found: Complaints = {}
    for row in json.loads(run.stdout)["generalDiagnostics"]:
        path = os.path.relpath(row["file"], os.path.realpath(root)).replace(os.sep, "/")
        found.setdefault(path, []).append(Complaint(row["range"]["start"]["line"] + 1, row["message"].splitlines()[0]))
    return found
