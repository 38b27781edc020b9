"""Generator pipelines with send, yield from, and coroutine-style transforms."""
import json
import sys


def read(stream):
    for line in stream:
        yield json.loads(line)


def runs(requests):
    for request in requests:
        yield from (dict(run) for run in request.get("customExtensionCalloutInstances", ()))


def only(field, value, items):
    return (item for item in items if item[field] == value)


def project(items, *fields):
    for item in items:
        yield {field: item[field] for field in fields}


def main():
    found = runs(read(sys.stdin))
    sent = only("status", "calloutSent", found)
    for row in project(sent, "customExtensionId", "stage"):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
