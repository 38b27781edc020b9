import json
from operator import attrgetter, itemgetter

runs_of = attrgetter("custom_extension_callout_instances")


def by_getter(request):
    return [run.stage for run in runs_of(request)]


def by_item(request):
    return [run["stage"] for run in itemgetter("customExtensionCalloutInstances")(request)]


def by_key(request):
    for run in request["customExtensionCalloutInstances"]:
        if "stage" in run:
            del run["stage"]


def by_get(path):
    with open(path) as stream:
        request = json.load(stream)
    for run in request.get("customExtensionCalloutInstances") or []:
        yield run.get("stage")


def of_a_calendar(when):
    from calendar import Calendar

    return [day.stage for day in Calendar(when).custom_extension_callout_instances]
