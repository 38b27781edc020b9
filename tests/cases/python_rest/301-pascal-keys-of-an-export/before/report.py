"""Lists the runs that nobody has answered, from a PowerShell export of the requests."""
import json
import sys
from collections import Counter
from pathlib import Path

EXPORT = Path(__file__).with_name("requests-export.json")


def load() -> list[dict]:
    return json.loads(EXPORT.read_text(encoding="utf-8-sig"))


def waiting(rows: list[dict]) -> list[tuple[str, str]]:
    return [
        (row["Id"], run["ExternalCorrelationId"])
        for row in rows
        for run in row["CustomExtensionHandlerInstances"] or []
        if run["Status"] == "requestSent"
    ]


def per_extension(rows: list[dict]) -> Counter:
    seen = Counter()
    for row in rows:
        if "CustomExtensionHandlerInstances" in row:
            seen.update(run["CustomExtensionId"] for run in row["CustomExtensionHandlerInstances"])
    return seen


if __name__ == "__main__":
    for request, run in waiting(load()):
        print(request, run)
    print(per_extension(load()).most_common(3), file=sys.stderr)
