from functools import singledispatch

from msgraph_beta.generated.models.custom_extension_handler import *
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance

Runs = list[CustomExtensionHandlerInstance]


@singledispatch
def text(thing: object) -> str:
    return repr(thing)


@text.register
def _(thing: CustomExtensionHandler) -> str:
    return f"{thing.id} at {thing.stage}"


@text.register(CustomExtensionHandlerInstance)
def _run(thing: CustomExtensionHandlerInstance) -> str:
    return thing.external_correlation_id or ""


def texts(runs: Runs) -> list[str]:
    return [text(run) for run in runs]
