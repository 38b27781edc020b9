"""State of the watcher between two ticks."""

LAST = []
WIDTH = 30


def remember(request):
    global LAST
    LAST = request["customExtensionHandlerInstances"]


def show():
    for run in LAST:
        print(f"{run['stage']:<{WIDTH}}{run['customExtensionId']}")


def show_builds(builds):
    LAST = builds
    for run in LAST:
        print(run["stage"], run["status"] == "requestReceived")


def newest(record):
    last = None

    def keep(run):
        nonlocal last
        last = run

    for run in record["customExtensionHandlerInstances"]:
        keep(run)
    return last["stage"] if last else None


def printer(record):
    runs = record["customExtensionHandlerInstances"]

    def line(position):
        def text():
            return runs[position]["stage"]

        return text()

    return [line(position) for position in range(len(runs))]


def counter(record):
    runs = record["customExtensionCalloutInstances"]
    return lambda: sum(run["status"] == "calloutSent" for run in runs)
