import sys

from .http import Graph
from .reader import handlers, runs


def main() -> None:
    graph = Graph(sys.argv[1])
    for run in sorted(runs(graph), key=lambda run: run["stage"] or ""):
        print(run["customExtensionId"])
    for handler in sorted(handlers(graph), key=lambda handler: handler["stage"]):
        print(handler["id"])


if __name__ == "__main__":
    main()
