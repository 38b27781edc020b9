"""The recorded policies open a ticket for every request."""

import json
from pathlib import Path

RECORDED = Path(__file__).parent / "recorded" / "policies.json"


def test_every_policy_calls_an_extension():
    page = json.loads(RECORDED.read_text(encoding="utf-8"))
    for policy in page["value"]:
        assert policy["accessPackageId"]
        assert [hook["customExtension"]["id"] for hook in policy["customExtensionStageSettings"]]
