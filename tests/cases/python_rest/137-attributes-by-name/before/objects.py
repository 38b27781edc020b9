import json
from operator import attrgetter, itemgetter
from types import SimpleNamespace


def load(text):
    return json.loads(text, object_hook=lambda fields: SimpleNamespace(**fields))


def clean(request):
    if not hasattr(request, "customExtensionHandlerInstances"):
        setattr(request, "customExtensionHandlerInstances", [])
    if getattr(request, "customExtensionHandlerInstances") is None:
        delattr(request, "customExtensionHandlerInstances")
    return request


def extension_ids(request):
    return [run.customExtensionId for run in request.customExtensionHandlerInstances]


def run_lists(requests):
    return [runs for runs in map(attrgetter("customExtensionHandlerInstances"), requests) if runs]


def extension_lists(catalogs):
    return list(map(itemgetter("customAccessPackageWorkflowExtensions"), catalogs))


def snake(request):
    return len(getattr(request, "custom_extension_handler_instances", None) or [])
