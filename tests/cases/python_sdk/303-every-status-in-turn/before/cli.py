"""Counts runs by their status."""
import argparse
from typing import assert_never

from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--status", choices=[status.value for status in Status])
    return options


def label(status: Status) -> str:
    match status:
        case Status.RequestSent:
            return "sent"
        case Status.RequestReceived:
            return "answered"
        case Status.UnknownFutureValue:
            return "?"
        case _:
            assert_never(status)


def counts(seen: list[Status]) -> dict[Status, int]:
    found = {status: 0 for status in Status}
    for status in seen:
        found[status] += 1
    return found


def main() -> None:
    print(parser().parse_args().status)
    for status in Status:
        print(status.name, label(status))
