"""Writes an export of assignment requests as a tenant of some size has it: `export.py FILE [REQUESTS] [--clean]`."""

from __future__ import annotations

import json
import random
import sys
from typing import Any

REQUESTS = 60_000
"""Make 55 MB."""
STAGES = ("assignmentRequestCreated", "assignmentRequestApproved", "assignmentRequestGranted")
WORDS = [
    "access",
    "package",
    "project",
    "supplier",
    "catalog",
    "approval",
    "sponsor",
    "quarterly",
    "review",
    "plant",
    "floor",
]


def request(number: int, dice: random.Random, *, clean: bool) -> dict[str, Any]:
    """One request, with the instances of its custom extensions."""
    runs = [
        {
            "customExtensionId": f"{dice.getrandbits(128):032x}",
            "externalCorrelationId": f"{dice.getrandbits(80):024d}CU{dice.randrange(99):02d}",
            "stage": dice.choice(STAGES),
            "status": dice.choice(("requestSent", "requestReceived")),
        }
        for _ in range(1 + (number % 3 == 0))
    ]
    name = "customExtensionHandlerInstances" if not clean else "notes"
    return {
        "id": f"{dice.getrandbits(128):032x}",
        "requestType": "UserAdd",
        "requestState": "Submitted",
        "createdDateTime": "2023-10-04T08:11:02.331Z",
        "justification": " ".join(dice.choices(WORDS, k=24)),
        "accessPackage": {
            "id": f"{dice.getrandbits(128):032x}",
            "displayName": " ".join(dice.choices(WORDS, k=4)),
            "isHidden": False,
        },
        "answers": [{"answeredQuestion": {"id": str(n), "text": "Why?"}, "value": "Because"} for n in range(2)],
        name: runs if not clean else [],
    }


def write(path: str, number: int, *, clean: bool = False, pretty: bool = False) -> None:
    """Write an export of so many requests, one after the other: they may be many."""
    dice = random.Random(7)  # noqa: S311 - no secret, the same file each time
    indent = "\n  " if pretty else ""
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('{\n "value": [' if pretty else '{"value": [')
        for index in range(number):
            one = json.dumps(request(index, dice, clean=clean), indent=1 if pretty else None)
            comma = ("," if pretty else ", ") if index else ""
            stream.write(comma + indent + one.replace("\n", indent))
        stream.write("\n ]\n}" if pretty else "]}")


def main() -> None:
    """Write the file."""
    numbers = [int(argument) for argument in sys.argv[2:] if argument.isdigit()]
    number = numbers[0] if numbers else REQUESTS
    write(sys.argv[1], number, clean="--clean" in sys.argv, pretty="--pretty" in sys.argv)


if __name__ == "__main__":
    main()
