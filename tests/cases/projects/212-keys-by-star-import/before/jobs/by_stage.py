from collections import Counter

from .keys import *


def by_stage(request: dict) -> Counter:
    return Counter(run["stage"] for run in request[RUNS])
