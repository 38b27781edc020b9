import logging

log = logging.getLogger(__name__)


def runs_of(request):
    if request["requestState"] == "Denied":
        return []
    return request["customExtensionHandlerInstances"]


def newest(request):
    runs = runs_of(request)
    return runs[-1] if runs else None


def newest_stage(request):
    run = newest(request)
    return None if run is None else run["stage"]


def split(record):
    return record["id"], record["customExtensionHandlerInstances"]


def line(record):
    number, runs = split(record)
    return f"{number}: {', '.join(run['stage'] for run in runs)}"


def guarded(item):
    found = []
    try:
        found = item["customExtensionHandlerInstances"]
        first = found[0]
    except (KeyError, IndexError):
        log.warning("nothing was called for %s", item["id"])
        return "-"
    finally:
        log.info("%d runs", len(found))
    return first["stage"]


def ids(entry):
    try:
        return [run["customExtensionId"] for run in entry["customExtensionHandlerInstances"]]
    except KeyError:
        return []


def known(entry, registry):
    return [registry[key]["stage"] for key in ids(entry)]
