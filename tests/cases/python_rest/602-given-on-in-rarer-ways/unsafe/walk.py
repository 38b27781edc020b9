import itertools
from dataclasses import dataclass


class Base:
    def __init__(self, runs):
        self.runs = runs


class Derived(Base):
    def __init__(self, runs):
        super().__init__(runs)


class Bag:
    pass


@dataclass
class Box:
    name: str
    runs: list


class Sack:
    __match_args__ = ("size", "runs")

    def __init__(self, runs):
        self.size = len(runs)
        self.runs = runs


def above(request):
    for run in Derived(request["customExtensionCalloutInstances"]).runs:
        print(run["stage"])


def set_by_name(request):
    bag = Bag()
    setattr(bag, "runs", request["customExtensionCalloutInstances"])
    return getattr(bag, "runs")[0]["stage"]


def replaced(request):
    runs = []
    runs[:] = request["customExtensionCalloutInstances"]
    return runs[0]["stage"]


def taken(**named):
    print(named["cards"][0]["stage"])
    return named["runs"]


def named(request, board):
    for run in taken(runs=request["customExtensionCalloutInstances"], cards=board["cards"]):
        print(run["stage"])


def unboxed(request):
    match Box("all", request["customExtensionCalloutInstances"]):
        case Box(_, runs):
            return runs[0]["stage"]


def unpacked(request):
    match Sack(request["customExtensionCalloutInstances"]):
        case Sack(2, runs):
            return runs[0]["stage"]


def neighbours(request):
    for one, other in itertools.pairwise(request["customExtensionCalloutInstances"]):
        print(one["stage"], other["id"])


def twice(request):
    left, right = itertools.tee(request["customExtensionCalloutInstances"])
    return [run["stage"] for run in right], len(list(left))
