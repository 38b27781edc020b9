from functools import singledispatch

from msgraph_beta.generated.models.custom_extension_stage_setting import *
from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

Runs = list[CustomExtensionCalloutInstance]


@singledispatch
def text(thing: object) -> str:
    return repr(thing)


@text.register
def _(thing: CustomExtensionStageSetting) -> str:
    return f"{thing.id} at {thing.stage}"


@text.register(CustomExtensionCalloutInstance)
def _run(thing: CustomExtensionCalloutInstance) -> str:
    return thing.external_correlation_id or ""


def texts(runs: Runs) -> list[str]:
    return [text(run) for run in runs]
