from operator import itemgetter, methodcaller

runs_of = itemgetter("customExtensionCalloutInstances")
number = itemgetter("id")


def stages(request):
    return [run["stage"] for run in runs_of(request)]


def by_stage(record):
    return sorted(record["customExtensionCalloutInstances"], key=itemgetter("stage"))


def mapped(item):
    return list(map(itemgetter("stage"), item["customExtensionCalloutInstances"]))


def called(entry):
    return itemgetter("stage")(entry["customExtensionCalloutInstances"][0])


def pairs(document):
    return [itemgetter("customExtensionId", "externalCorrelationId")(run) for run in document["customExtensionCalloutInstances"]]


def ticket_stages(tickets):
    first = min(tickets, key=itemgetter("stage"))
    return list(map(itemgetter("stage"), tickets)), itemgetter("stage")(first), methodcaller("get", "status")(first)


def numbers(tickets):
    return sorted(map(number, tickets), key=str)
