from __future__ import annotations

import json
import sys
from pathlib import Path

from reconcile import keys
from reconcile.keys import RUNS, WAITING, Policy

OWN_RUNS = {"requestSent": "queued"}


def waiting(request: dict) -> list[str]:
    return [run[keys.CORRELATION] for run in request[RUNS] if run[keys.STATUS] == WAITING]


def has_runs(request: dict) -> bool:
    return RUNS in request and len(request.get(keys.RUNS) or []) > 0


def strip(policy: dict) -> dict:
    return {key: value for key, value in policy.items() if key not in (Policy.PACKAGE, "id")}


def hooks(policy: dict) -> int:
    return len(policy.get(Policy.HOOKS, []))


if __name__ == "__main__":
    payload = json.loads(Path(sys.argv[1]).read_text())
    for request in filter(has_runs, payload["requests"]):
        print(request["id"], *waiting(request))
    print(sum(hooks(strip(policy)) for policy in payload["policies"]), OWN_RUNS.get(sys.argv[2]))
