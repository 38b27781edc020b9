import json
from pathlib import Path

from board import hook_extensions, waiting

HERE = Path(__file__).parent


def test_waiting():
    request = json.loads((HERE / "../../../contracts/requests/submitted.json").read_text(encoding="utf-8"))
    assert waiting(request) == ["CU11"]


def test_hooks():
    with open(HERE / "data" / "policy.json", encoding="utf-8") as recorded:
        assert hook_extensions(json.load(recorded)) == ["e1"]
