from itertools import chain, groupby, islice
from operator import itemgetter


def both(old, new):
    return [run["stage"] for run in chain(old["customExtensionHandlerInstances"], new["customExtensionHandlerInstances"])]


def flat(requests):
    runs = chain.from_iterable(request["customExtensionHandlerInstances"] for request in requests)
    return sum(run["status"] == "requestSent" for run in runs)


def few(request):
    return [run["stage"] for run in islice(request["customExtensionHandlerInstances"], 3)]


def grouped(request):
    runs = sorted(request["customExtensionHandlerInstances"], key=itemgetter("customExtensionId"))
    for extension_id, group in groupby(runs, key=itemgetter("customExtensionId")):
        print(extension_id, [run["stage"] for run in group])


def tickets(queue):
    for stage, group in groupby(sorted(queue, key=itemgetter("stage")), key=itemgetter("stage")):
        print(stage, sum(ticket["status"] == "requestSent" for ticket in group))
