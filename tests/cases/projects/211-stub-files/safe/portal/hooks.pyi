from typing import Protocol

from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

class Policy(Protocol):
    handlers: list[CustomExtensionStageSetting]

class Ticket(Protocol):
    stage: str
    status: str

def of_policy(policy: Policy) -> list[CustomExtensionStageSetting]: ...
def owner(extension: CustomAccessPackageWorkflowExtension) -> str: ...
def moved(ticket: Ticket) -> bool: ...
