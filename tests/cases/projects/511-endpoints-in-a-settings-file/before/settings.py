from pathlib import Path

import json5

ENDPOINTS = json5.loads((Path(__file__).parent / "endpoints.jsonc").read_text(encoding="utf-8"))
