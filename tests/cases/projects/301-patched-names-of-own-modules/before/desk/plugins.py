"""Plugins of the desk; nothing of Graph."""


class CustomExtensionHandler:
    def __init__(self, suffix: str) -> None:
        self.suffix = suffix


def handler(suffix: str) -> CustomExtensionHandler:
    return CustomExtensionHandler(suffix)
