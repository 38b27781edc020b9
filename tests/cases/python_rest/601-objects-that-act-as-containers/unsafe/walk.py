from typing import NamedTuple


class Runs:
    def __init__(self, request):
        self.runs = request["customExtensionCalloutInstances"]

    def __iter__(self):
        yield from self.runs

    def __getitem__(self, index):
        return self.runs[index]


class Queue:
    def __init__(self, runs):
        self.runs = iter(runs)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.runs)


class Opened:
    def __init__(self, runs):
        self.runs = runs

    def __enter__(self):
        return self.runs

    def __exit__(self, *error):
        return None


class Stack(list):
    pass


class Pair(NamedTuple):
    runs: list
    size: int


class Cards:
    def __init__(self, cards):
        self.cards = cards

    def __iter__(self):
        return iter(self.cards)

    def __getitem__(self, index):
        return self.cards[index]


def each(request):
    for run in Runs(request):
        print(run["stage"])


def first(request):
    return Runs(request)[0]["stage"]


def queued(request):
    for run in Queue(request["customExtensionCalloutInstances"]):
        print(run["stage"])


def opened(request):
    with Opened(request["customExtensionCalloutInstances"]) as runs:
        return [run["stage"] for run in runs]


def stacked(request):
    for run in Stack(request["customExtensionCalloutInstances"]):
        print(run["stage"])


def paired(request):
    pair = Pair(request["customExtensionCalloutInstances"], 1)
    return pair[0][-1]["stage"], pair[1]


def own(board):
    for card in Cards(board["cards"]):
        print(card["stage"], Cards(board["cards"])[0]["stage"])
