import json
from pathlib import Path

from hooks.read import ids


def test_ids():
    recorded = json.loads((Path(__file__).parent / "data" / "policy.json").read_text(encoding="utf-8"))
    assert ids(recorded) == ["h1"]
    assert recorded.get("customExtensionStageSettings@odata.count", 1) == 1
