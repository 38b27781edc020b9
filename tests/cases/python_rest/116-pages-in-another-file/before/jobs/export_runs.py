import csv
import sys

import requests

from jobs.graph import assignment_requests


def main() -> None:
    writer = csv.writer(sys.stdout)
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {sys.argv[1]}"
        for request in assignment_requests(session):
            for run in request["customExtensionHandlerInstances"]:
                writer.writerow([request["id"], run["customExtensionId"], run["stage"]])


if __name__ == "__main__":
    main()
