import json
from pathlib import Path

import yaml

from elm_mirror.read import correlations, hook_ids

CASSETTES = Path(__file__).parent / "cassettes"


def answer(path):
    recorded = yaml.safe_load(path.read_text(encoding="utf-8"))
    return json.loads(recorded["interactions"][0]["response"]["body"]["string"])


def test_correlations():
    assert correlations(answer(CASSETTES / "request.yaml")) == ["0858CU11"]


def test_hook_ids():
    assert hook_ids(answer(CASSETTES / "policy.yaml")) == ["h1", "h2"]
