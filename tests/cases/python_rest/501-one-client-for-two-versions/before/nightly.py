import csv
import os
import sys

from warehouse import beta, stable
from warehouse.client import Graph


def main() -> None:
    graph = Graph(os.environ["GRAPH_TOKEN"])
    out = csv.writer(sys.stdout)
    out.writerows(beta.extension_rows(graph))
    out.writerows(beta.hook_rows(graph))
    out.writerows(stable.extension_rows(graph))


if __name__ == "__main__":
    main()
