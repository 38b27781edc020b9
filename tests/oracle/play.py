"""Runs the program of each folder below a given one, and prints what they print as JSON, by folder.

python play.py FOLDER
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
from pathlib import Path

printed = {}
for program in sorted(Path(sys.argv[1]).glob("*/report.py")):
    known = set(sys.modules)
    sys.path.insert(0, str(program.parent))
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        runpy.run_path(str(program), run_name="__main__")
    sys.path.remove(str(program.parent))
    for name in set(sys.modules) - known:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(program.parent)):
            del sys.modules[name]
    printed[program.parent.name] = stream.getvalue()
json.dump(printed, sys.stdout)
