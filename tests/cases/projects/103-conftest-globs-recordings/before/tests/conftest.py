import json
from pathlib import Path

import pytest

from recon import state

DATA = Path(__file__).parent / "data"


@pytest.fixture(params=sorted(DATA.glob("request-*.json")), ids=lambda path: path.stem)
def waiting(request):
    return state.waiting(json.loads(request.param.read_text(encoding="utf-8")))
