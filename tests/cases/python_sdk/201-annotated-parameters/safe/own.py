from dataclasses import dataclass
from typing import Optional

from contoso_models import Deployment
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


@dataclass
class Run:
    stage: str
    status: str


def maybe(run: Optional[Run]) -> str:
    return run.stage if run and run.status != "requestSent" else "-"


def listed(runs: "list[Run]", deployments: list[Deployment]) -> set[str]:
    return {run.stage for run in runs} | {deployment.stage for deployment in deployments}


def imported(request: AccessPackageAssignmentRequest) -> list[Run]:
    return [Run("imported", "requestSent") for _ in request.custom_extension_callout_instances or []]
