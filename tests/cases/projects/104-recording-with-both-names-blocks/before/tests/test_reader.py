import json
from pathlib import Path

from sync import reader

HERE = Path(__file__).parent


def recorded(name):
    return json.loads((HERE / "data" / name).read_text(encoding="utf-8"))


def test_old():
    assert reader.correlations(recorded("old.json")) == ["08584928173645928374CU11"]


def test_both():
    assert len(reader.correlations(recorded("both.json"))) == 1


def test_hooks():
    assert reader.hooks(recorded("policy.json")) == 1
