from typing import Protocol

from msgraph_beta.generated.models.custom_callout_extension import CustomCalloutExtension
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

class Policy(Protocol):
    handlers: list[CustomExtensionStageSetting]

class Ticket(Protocol):
    stage: str
    status: str

def of_policy(policy: Policy) -> list[CustomExtensionStageSetting]: ...
def owner(extension: CustomCalloutExtension) -> str: ...
def moved(ticket: Ticket) -> bool: ...
