from __future__ import annotations

import csv
import sys
from dataclasses import asdict, replace

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def log(request: AccessPackageAssignmentRequest) -> None:
    writer = csv.writer(sys.stdout)
    for run in request.custom_extension_callout_instances or []:
        masked = replace(run, external_correlation_id="***")
        row = asdict(masked)
        writer.writerow([row["custom_extension_id"], row["stage"], masked.stage])
