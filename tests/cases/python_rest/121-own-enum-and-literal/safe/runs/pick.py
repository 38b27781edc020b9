from runs.status import Wanted


def pick(item, wanted: Wanted):
    return [run for run in item["customExtensionCalloutInstances"] if run["status"] == wanted]
