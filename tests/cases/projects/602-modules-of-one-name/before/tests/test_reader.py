import json
from pathlib import Path

from sync import reader

DATA = Path(__file__).parent / "data"


def test_both():
    assert len(reader.correlations(json.loads((DATA / "both.json").read_text()))) == 1
