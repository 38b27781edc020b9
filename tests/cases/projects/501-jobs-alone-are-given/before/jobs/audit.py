"""Print who waits for a callout."""
import sys

import requests

from common.queries import SUBMITTED


def main(token):
    answer = requests.get(SUBMITTED, headers={"Authorization": f"Bearer {token}"}, timeout=30).json()
    for request in answer["value"]:
        for run in request["customExtensionHandlerInstances"]:
            print(request["id"], run["externalCorrelationId"])


if __name__ == "__main__":
    main(sys.argv[1])
