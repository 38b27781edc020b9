from __future__ import annotations

from collections import defaultdict


def by_request(requests):
    by_id = {}
    for request in requests:
        by_id[request["id"]] = request["customExtensionCalloutInstances"]
    return by_id


def stages_of(requests, wanted):
    return [run["stage"] for run in by_request(requests)[wanted]]


def by_extension(items):
    groups = defaultdict(list)
    for item in items:
        for run in item["customExtensionCalloutInstances"]:
            groups[run["customExtensionId"]].append(run)
    for extension_id, runs in sorted(groups.items()):
        print(extension_id, *(run["stage"] for run in runs))


def newest_by_extension(items):
    newest: dict[str, list[dict]] = {}
    for item in items:
        for run in item["customExtensionCalloutInstances"]:
            newest.setdefault(run["customExtensionId"], []).append(run)
    return [runs[-1]["externalCorrelationId"] for runs in newest.values() if runs[-1]["status"] == "calloutSent"]


def indexed(item, wanted):
    index = {run["externalCorrelationId"]: run for run in item["customExtensionCalloutInstances"]}
    run = index.get(wanted)
    return run["stage"] if run is not None else None


def counted(items, tickets):
    counts: dict[str, int] = defaultdict(int)
    for item in items:
        for run in item["customExtensionCalloutInstances"]:
            counts[run["customExtensionId"]] += 1
    by_ticket = {ticket["id"]: ticket for ticket in tickets}
    return {by_ticket[key]["stage"]: count for key, count in counts.items() if by_ticket[key]["status"] != "requestSent"}
