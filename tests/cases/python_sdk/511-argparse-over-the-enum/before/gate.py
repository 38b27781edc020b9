"""Exit code 1 while a run waits: used by the release pipeline."""
import pickle
import sys

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

QUIET = ("requestSent", "unknownFutureValue")


def loud(request: AccessPackageAssignmentRequest) -> bool:
    return any(
        run.status is not None and run.status.value not in QUIET
        for run in request.custom_extension_handler_instances or []
    )


if __name__ == "__main__":
    sys.exit(loud(pickle.load(sys.stdin.buffer)))
