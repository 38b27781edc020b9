import json
from pathlib import Path


def load(key):
    return json.loads(Path(key).read_text(encoding="utf-8"))["steps"]
