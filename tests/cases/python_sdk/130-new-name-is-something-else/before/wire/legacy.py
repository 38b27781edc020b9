from typing import NamedTuple


class CustomExtensionCalloutInstance(NamedTuple):
    correlation: str
