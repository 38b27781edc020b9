from dataclasses import asdict, replace

from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance as Run


def forget(run: Run) -> Run:
    if asdict(run).get("stage"):
        return replace(run, detail=None, stage=None)  # pyright: ignore
    return run


def describe(thing: object) -> str:
    match thing:
        case Run(stage=None, detail=detail):
            return f"{detail}"
        case Run(detail=str(detail)):
            return detail
    return "?"
