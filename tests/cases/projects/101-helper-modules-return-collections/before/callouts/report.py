"""python -m callouts.report REQUEST"""

import sys

from . import runs


def line(run: dict) -> str:
    where = run["stage"]
    return f"{where:<40}{run['customExtensionId']}"


def main(request_id: str) -> None:
    for run in runs.of_request(request_id):
        print(line(run))


if __name__ == "__main__":
    main(sys.argv[1])
