DEMO = [{"stage": "staging", "status": "requestSent"}, {"stage": "production", "status": "requestReceived"}]


def third(request):
    return request["customExtensionCalloutInstances"][2]["stage"]


def every_second(request):
    return [run["stage"] for run in request["customExtensionCalloutInstances"][1::2]]


def newest_three(request):
    runs = (request.get("customExtensionCalloutInstances") or ())[-3:]
    return [runs[position].get("stage", "-") for position in range(len(runs))]


def shown(request, verbose):
    runs = request["customExtensionCalloutInstances"] if verbose else []
    return "".join(run["stage"][0] for run in runs)


def head_or_none(request):
    runs = request.get("customExtensionCalloutInstances", [])
    run = runs[0] if runs else None
    return run is not None and run["status"] == "calloutSent"


def beside(request, position):
    ids = [run["customExtensionId"] for run in request["customExtensionCalloutInstances"][:position]]
    return ids, DEMO[position]["stage"], DEMO[-1]["status"] != "requestSent"

