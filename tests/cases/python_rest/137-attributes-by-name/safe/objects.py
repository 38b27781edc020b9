import json
from operator import attrgetter, itemgetter
from types import SimpleNamespace


def load(text):
    return json.loads(text, object_hook=lambda fields: SimpleNamespace(**fields))


def clean(request):
    if not hasattr(request, "customExtensionCalloutInstances"):
        setattr(request, "customExtensionCalloutInstances", [])
    if getattr(request, "customExtensionCalloutInstances") is None:
        delattr(request, "customExtensionCalloutInstances")
    return request


def extension_ids(request):
    return [run.customExtensionId for run in request.customExtensionCalloutInstances]


def run_lists(requests):
    return [runs for runs in map(attrgetter("customExtensionCalloutInstances"), requests) if runs]


def extension_lists(catalogs):
    return list(map(itemgetter("accessPackageCustomWorkflowExtensions"), catalogs))


def snake(request):
    return len(getattr(request, "custom_extension_callout_instances", None) or [])
