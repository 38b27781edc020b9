#!/usr/bin/env python3
"""Prints the extensions that every export of the night has called."""
import glob
import json
import os

EXPORTS = os.path.join(os.path.dirname(__file__), "..", "exports")


def extensions(path):
    with open(path, encoding="utf-8") as stream:
        request = json.load(stream)
    return {run["customExtensionId"] for run in request["customExtensionHandlerInstances"]}


if __name__ == "__main__":
    common = None
    for path in sorted(glob.glob(os.path.join(EXPORTS, "night-*.json"))):
        common = extensions(path) if common is None else common & extensions(path)
    print(*sorted(common or ()))
