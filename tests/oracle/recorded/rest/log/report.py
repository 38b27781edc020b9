"""Replays a log of requests, one a line."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Tally:
    calls: int = 0
    answers: int = 0
    stages: set = field(default_factory=set)

    def add(self, run):
        match run:
            case {"status": "requestReceived"}:
                self.answers += 1
            case {"status": "requestSent"}:
                self.calls += 1
        if "stage" in run:
            self.stages.add(run["stage"])


tally = Tally()
with Path(__file__).with_name("events.ndjson").open() as stream:
    for line in stream:
        event = json.loads(line)
        while event["customExtensionHandlerInstances"]:
            tally.add(event["customExtensionHandlerInstances"].pop())
print(tally.calls, "calls", tally.answers, "answers")
print(f"stage={'+'.join(sorted(tally.stages)) or None}")
