from pathlib import Path

import yaml

CONFIG = Path(__file__).resolve().parents[1] / "config"


def correlations() -> set[str]:
    found = set()
    with open(CONFIG / "expected-callouts.yaml", encoding="utf-8") as stream:
        for request in yaml.safe_load(stream)["requests"]:
            for run in request["customExtensionHandlerInstances"]:
                found.add(run["externalCorrelationId"])
    return found
