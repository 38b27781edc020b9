import json
from pathlib import Path

from board import open as board

DATA = Path(__file__).parent / "data"


def test_open():
    assert board.is_open(json.loads((DATA / "open.json").read_text(encoding="utf-8")))
