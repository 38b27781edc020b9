import json
from pathlib import Path

RECORDED = Path(__file__).parent / "data" / "requests.json"


def extensions() -> set[str]:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    return {run["customExtensionId"] for request in recorded["value"] for run in request["customExtensionCalloutInstances"]}
