import copy
import json


def anonymised(request):
    run = copy.deepcopy(request["customExtensionHandlerInstances"][0])
    del run["stage"]
    return run


def shallow(request):
    runs = copy.copy(request["customExtensionHandlerInstances"])
    return [run.copy()["stage"] for run in runs]


def plain(request):
    return [dict(run)["stage"] for run in request["customExtensionHandlerInstances"].copy()]


def whole(request):
    clone = copy.deepcopy(request)
    return [run["stage"] for run in clone["customExtensionHandlerInstances"]]


def frozen(request):
    for run in json.loads(json.dumps(request["customExtensionHandlerInstances"])):
        print(run["stage"])


def waiting(request):
    runs = list(request["customExtensionCalloutInstances"])[:]
    return sum(run["status"] == "calloutSent" for run in runs)


def restored(text):
    rows = copy.deepcopy(json.loads(text))
    return [row["stage"] for row in rows if row["status"] != "requestSent"]
