"""Replays the answers that the proxy has logged."""
import json
from pathlib import Path

LOG = Path(__file__).parent / "log" / "answers.ndjson"


def answers() -> list[dict]:
    return [json.loads(line) for line in LOG.read_text(encoding="utf-8").splitlines()]


def run_ids() -> list[str]:
    found = []
    for answer in answers():
        for run in answer.get("customExtensionHandlerInstances", []):
            found.append(run["externalCorrelationId"])
    return found


def hook_stages() -> set[str]:
    return {hook["stage"] for answer in answers() for hook in answer.get("customExtensionStageSettings", [])}
