"""Prints which requests wait for an answer of a logic app."""

import json
import pathlib

HERE = pathlib.Path(__file__).parent


def waiting(request):
    return [run for run in request["customExtensionHandlerInstances"] if run["status"] == "requestSent"]


def main():
    with open(HERE / "requests.json") as stream:
        answer = json.load(stream)
    for request in answer["value"]:
        runs = waiting(request)
        if runs:
            print(request["id"], len(runs), ", ".join(sorted(run["externalCorrelationId"] for run in runs)))


if __name__ == "__main__":
    main()
