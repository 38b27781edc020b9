"""A table of all runs, with the stage of each."""

import json
from collections import Counter
from itertools import chain
from pathlib import Path

WORDS = {"requestSent": "called", "requestReceived": "answered"}


def runs_of(request):
    yield from request.get("customExtensionHandlerInstances") or []


def describe(run):
    return f"{run['customExtensionId']:>4} {WORDS.get(run['status'], 'other')} stage={run.get('stage')}"


def main():
    requests = json.loads(Path(__file__).with_name("requests.json").read_text())["value"]
    for number, run in enumerate(chain.from_iterable(map(runs_of, requests)), start=1):
        print(number, describe(run))
    seen = Counter(run["customExtensionId"] for request in requests for run in runs_of(request))
    print(seen.most_common())


if __name__ == "__main__":
    main()
