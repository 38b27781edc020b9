#!/usr/bin/env python
"""Counts the runs of a recorded request with one status."""

import argparse
import pickle

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recording", type=argparse.FileType("rb"))
    parser.add_argument(
        "--status",
        default=AccessPackageCustomExtensionHandlerStatus.RequestSent.name,
        choices=[status.name for status in AccessPackageCustomExtensionHandlerStatus],
    )
    return parser.parse_args()


def main() -> None:
    given = options()
    request: AccessPackageAssignmentRequest = pickle.load(given.recording)
    wanted = AccessPackageCustomExtensionHandlerStatus[given.status]
    print(sum(run.status is wanted for run in request.custom_extension_handler_instances or []))


if __name__ == "__main__":
    main()
