"""Picks the converter for a file by its suffix.

Not to be mixed up with the customExtensionHandlers of an accessPackageAssignmentPolicy in
https://graph.microsoft.com/beta/identityGovernance/entitlementManagement.
"""
from __future__ import annotations

import importlib
import json
from pathlib import Path

# entitlementManagement has a key of the same name; accessPackageCatalogs too
KEY = "customExtensionHandlers"


class CustomExtensionHandler:
    stage = "load"

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix


class Registry:
    def __init__(self, path: Path) -> None:
        settings = json.loads(path.read_text(encoding="utf-8"))
        self.custom_extension_handlers = {
            suffix: importlib.import_module(name) for suffix, name in settings.get(KEY, {}).items()
        }
        self.fallback = CustomExtensionHandler("*")

    def handler(self, path: Path) -> object:
        return self.custom_extension_handlers.get(path.suffix, self.fallback)

    def dump(self) -> dict:
        return {"customExtensionHandlers": sorted(self.custom_extension_handlers), "stage": self.fallback.stage}
