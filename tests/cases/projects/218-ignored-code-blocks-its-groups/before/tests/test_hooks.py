import json
from pathlib import Path

from board.hooks import hooks


def test_hooks():
    recorded = Path(__file__).parent / "data" / "policy.json"
    assert hooks(json.loads(recorded.read_text(encoding="utf-8"))) == ["assignmentRequestGranted"]
