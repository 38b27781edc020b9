from collections import Counter


def all_stages(requests):
    return Counter(run["stage"] for request in requests for run in request["customExtensionCalloutInstances"])


def table(requests):
    return [[run["externalCorrelationId"] for run in request["customExtensionCalloutInstances"]] for request in requests]


def by_extension(request):
    runs = {run["customExtensionId"]: run for run in request["customExtensionCalloutInstances"]}
    return {key: run["stage"] for key, run in runs.items()}


def any_open(requests):
    return any(
        run["status"] == "calloutSent"
        for request in requests
        if request["requestState"] != "Denied"
        for run in request.get("customExtensionCalloutInstances") or ()
    )


def late(request):
    known = [run for run in request["customExtensionCalloutInstances"] if run["customExtensionId"]]
    return {run["stage"] for run in [entry for entry in known if entry["externalCorrelationId"]]}


def outer_name(request, run):
    """``run`` is a pipeline run; the comprehension's is not."""
    ids = [run["customExtensionId"] for run in request["customExtensionCalloutInstances"]]
    return run["stage"], run["status"] == "requestReceived", ids


def builds(rows):
    return [[cell["stage"] for cell in row] for row in rows if any(cell["status"] == "requestSent" for cell in row)]
