import json
from pathlib import Path

from govern import policies

RECORDED = Path(__file__).parent / "recorded"


def read(name: str) -> dict:
    return json.loads(RECORDED.joinpath(name).read_text(encoding="utf-8"))


def test_suppliers():
    assert policies.extensions(read("suppliers.json")) == {"bff7e459": "Create the mailbox"}


def test_visitors():
    assert policies.extensions(read("visitors.json")) == {"78eb8a5f": "Print the badge"}
