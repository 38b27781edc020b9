from __future__ import annotations

from collections import defaultdict
from itertools import chain
from operator import itemgetter


def chained(policy):
    hooks = found = policy["customExtensionStageSettings"]
    return len(hooks), [hook["stage"] for hook in found]


def ordered(policy):
    return [hook["id"] for hook in sorted(policy.get("customExtensionStageSettings") or [], key=itemgetter("stage"))]


def by_stage(policies):
    groups = defaultdict(list)
    for hook in chain.from_iterable(policy["customExtensionStageSettings"] for policy in policies):
        groups[hook["stage"]].append(hook)
    return groups


def first(policy):
    head, *_ = policy["customExtensionStageSettings"]
    match head:
        case {"stage": "assignmentRequestGranted"}:
            return "granted"
    return head.get("stage")


def moved(policy, stage):
    for hook in policy["customExtensionStageSettings"]:
        hook["stage"] = stage
    return policy


def called(request, policy):
    at = {hook["customExtension"]["id"]: hook["stage"] for hook in policy["customExtensionStageSettings"]}
    return [at[run["customExtensionId"]] for run in request["customExtensionCalloutInstances"]]


def mismatched(request, policy):
    known = {hook["stage"] for hook in policy["customExtensionStageSettings"]}
    return [run["customExtensionId"] for run in request["customExtensionCalloutInstances"] if run["stage"] not in known]
