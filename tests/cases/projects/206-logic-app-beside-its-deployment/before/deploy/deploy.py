import json
import sys
from pathlib import Path

import requests

WORKFLOW = Path(__file__).parents[1] / "logicapps" / "la-callouts" / "workflow.json"


def main(url: str, token: str) -> None:
    definition = json.loads(WORKFLOW.read_text(encoding="utf-8"))
    answer = requests.put(url, json=definition, headers={"Authorization": f"Bearer {token}"}, timeout=60)
    print(answer.status_code, len(definition["definition"]["actions"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
