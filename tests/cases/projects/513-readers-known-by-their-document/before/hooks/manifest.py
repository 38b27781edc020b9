import json
from pathlib import Path


def handlers():
    manifest = json.loads((Path(__file__).parent / "manifest.json").read_text(encoding="utf-8"))
    return {entry["suffix"]: entry["command"] for entry in manifest["customExtensionHandlers"]}
