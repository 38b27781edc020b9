BUILDS = [{"number": 7, "stage": "production", "status": "requestSent"}]


def where(entry):
    return entry["stage"].lower()


def waits(entry, *, strict=False):
    return entry["status"] == "requestSent" and not strict


def describe(entry):
    return f"{entry['stage']} ({entry['status'] == 'requestReceived'})"


def stage_count(entries):
    return len({entry["stage"] for entry in entries})


def unused(entry):
    return entry["stage"]


def of_request(request):
    return [where(run) for run in request["customExtensionHandlerInstances"]]


def of_requests(requests):
    return [where(entry=run) for request in requests for run in request.get("customExtensionHandlerInstances", [])]


def open_runs(request):
    return [run for run in request["customExtensionHandlerInstances"] if waits(run, strict=True)]


def described(request):
    return [describe(run) for run in request["customExtensionHandlerInstances"]]


def described_builds():
    return [describe(build) for build in BUILDS]


def counted(request):
    return stage_count(request["customExtensionHandlerInstances"])
