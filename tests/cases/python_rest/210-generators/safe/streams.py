from collections.abc import Iterable, Iterator


def runs(requests: Iterable[dict]) -> Iterator[dict]:
    for request in requests:
        yield from request["customExtensionHandlerInstances"]


def answered(requests):
    for run in runs(requests):
        if run["status"] == "requestReceived":
            yield run


def numbered(requests):
    for request in requests:
        for run in request["customExtensionHandlerInstances"]:
            yield request["id"], run


def write(lines):
    for line in lines:
        print(line)


def longest(entries):
    return max(len(entry["stage"]) for entry in entries)


def report(requests):
    write(f"{number} {run['stage']}" for number, run in numbered(requests))
    write(run["customExtensionId"] for run in answered(requests))


def width(requests):
    return longest(run for request in requests for run in request["customExtensionHandlerInstances"])


def rows(requests):
    for request in requests:
        yield {"stage": "queued", "runs": len(request["customExtensionCalloutInstances"])}


def queued(requests):
    return [row["stage"] for row in rows(requests) if row["runs"]]
