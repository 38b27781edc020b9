from __future__ import annotations


def position(run: dict) -> int:
    return ("assignmentRequestCreated", "assignmentRequestApproved").index(run["stage"])


def is_open(run):
    return run["status"] == "requestSent"


def name(run):
    return run["stage"].removeprefix("assignmentRequest")


def correlation(run):
    return run["externalCorrelationId"]


def rank(ticket):
    return ticket["stage"]


def ordered(request):
    return [run["customExtensionId"] for run in sorted(request["customExtensionHandlerInstances"], key=position)]


def names(request):
    return list(map(name, request["customExtensionHandlerInstances"]))


def oldest(request):
    return min(request["customExtensionHandlerInstances"], key=correlation)["stage"]


def open_ids(request):
    return [run["customExtensionId"] for run in filter(is_open, request["customExtensionHandlerInstances"])]


def lines(request, notes):
    runs = tuple(reversed(request["customExtensionHandlerInstances"]))
    return [f"{number} {run['stage']} {note}" for number, (run, note) in enumerate(zip(runs, notes))]


def second(request):
    runs = iter(request["customExtensionHandlerInstances"])
    next(runs)
    return next(runs)["stage"]


def tickets(queue):
    highest = max(queue, key=rank)
    return highest["stage"], [ticket["stage"] for _, ticket in enumerate(sorted(queue, key=rank))]
