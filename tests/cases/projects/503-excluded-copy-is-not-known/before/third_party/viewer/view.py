import sys

import httpx

from recon.runs import runs

with httpx.Client() as client:
    for run in runs(client, sys.argv[1]):
        print(run["stage"], run["status"])

SAMPLE = {"customExtensionHandlerInstances": []}
