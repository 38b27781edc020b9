import json
from pathlib import Path

from watch import report


def test_waiting():
    recorded = Path(__file__).with_name("request.json").read_text(encoding="utf-8")
    assert report.waiting(json.loads(recorded)) == 1
