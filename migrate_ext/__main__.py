"""`python -m migrate_ext`."""

import contextlib
import os
import sys

with contextlib.suppress(FileNotFoundError):  # the working directory may be gone
    if not sys.flags.safe_path and sys.path[0] == os.getcwd() != os.path.dirname(os.path.dirname(__file__)):
        del sys.path[0]  # Python put it there: else a `click.py` in the tree that is checked would be run

from migrate_ext.cli import main

if __name__ == "__main__":
    main()
