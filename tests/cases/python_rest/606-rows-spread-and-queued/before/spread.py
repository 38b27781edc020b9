import json


def flat(path):
    with open(path) as stream:
        body = json.load(stream)
    for request in body["value"]:
        for run in request["customExtensionHandlerInstances"]:
            yield dict(run, request=request["id"])
            yield {"request": request["id"], **run}
            yield request | {"run": run}


def stages(path):
    return [row["stage"] for row in flat(path)]


def own(path):
    defaults = {"stage": "build", "status": "requestSent"}
    options = {**defaults, "path": path}
    return options["stage"], options["status"] == "requestSent"
