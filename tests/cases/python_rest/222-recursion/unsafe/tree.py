from __future__ import annotations


def lines(runs, depth=0):
    if not runs:
        return []
    head, *rest = runs
    return [" " * depth + head["stage"], *lines(rest, depth + 1)]


def chart(request):
    return "\n".join(lines(request["customExtensionCalloutInstances"]))


def last_open(runs, position):
    if position < 0:
        return None
    run = runs[position]
    return run["customExtensionId"] if run["status"] == "calloutSent" else last_open(runs, position - 1)


def newest_open(request):
    runs = request["customExtensionCalloutInstances"]
    return last_open(runs, len(runs) - 1)


def steps(node):
    yield node["stage"]
    for child in node["children"]:
        if child["status"] != "requestReceived":
            yield from steps(child)


def plan(pipeline):
    return list(steps(pipeline["root"]))
