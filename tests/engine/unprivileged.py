"""The command as a user without privileges: root becomes the owner of the working directory.

Everything is imported before, for such a user may not be allowed to read where root keeps its Python.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pkgutil
import shutil
import sys
import tempfile

import migrate_ext
from migrate_ext import cli
from tests.door import run


def become_owner() -> None:
    """Import what the command may need, and give root's privileges up."""
    for module in pkgutil.walk_packages(migrate_ext.__path__, "migrate_ext."):
        importlib.import_module(module.name)
    with tempfile.TemporaryDirectory() as scratch:
        copy = shutil.copytree(".", f"{scratch}/copy")
        with contextlib.chdir(copy):
            run(*sys.argv[1:])
    status = os.stat(".")
    os.setgroups([])
    os.setgid(status.st_gid)
    os.setuid(status.st_uid)


if __name__ == "__main__":
    if os.geteuid() == 0:
        become_owner()
    cli.main(sys.argv[1:])
