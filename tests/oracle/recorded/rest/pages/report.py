"""Reads all recorded pages."""

import functools
import glob
import json
import os.path


def read(path):
    with open(path) as stream:
        return json.load(stream)


def pages(folder):
    for path in sorted(glob.glob(os.path.join(folder, "page-*.json"))):
        yield read(path)


def collect(found, page):
    for item in page["value"]:
        found += item.pop("customExtensionHandlerInstances", [])
    return found


runs = functools.reduce(collect, pages(os.path.dirname(__file__)), [])
first, *rest = sorted(runs, key=lambda run: run["externalCorrelationId"])
print(first["customExtensionId"], [run["externalCorrelationId"] for run in rest])
print(all(run["status"] == "requestSent" for run in runs))
