def fill(request):
    for run in request["customExtensionHandlerInstances"]:
        if "stage" not in run:
            run["stage"] = "assignmentRequestCreated"


def forget(request):
    for run in request["customExtensionHandlerInstances"]:
        run.pop("stage", None)


def forget_first(request):
    del request["customExtensionHandlerInstances"][0]["stage"]


def default(request):
    return [run.setdefault("stage", "-") for run in request["customExtensionHandlerInstances"]]


def upper(request):
    for run in request["customExtensionHandlerInstances"]:
        run["stage"] += "!"


def reset(request):
    for run in request["customExtensionCalloutInstances"]:
        run["status"] = "calloutSent"


def trim(request):
    request["customExtensionCalloutInstances"] = [run for run in request["customExtensionCalloutInstances"] if run["status"]]


def ticket(row):
    if "stage" not in row:
        row["stage"] = row.pop("status", "requestSent")
    row.setdefault("status", "requestReceived")
    del row["stage"]
    row["status"] = "requestReceived"
