import sys

import requests

from settings import ENDPOINTS

print("stage", ENDPOINTS["stage"])
session = requests.Session()
session.headers["Authorization"] = f"Bearer {sys.argv[1]}"
for request in session.get(ENDPOINTS["requests"], timeout=30).json()["value"]:
    for run in request["customExtensionHandlerInstances"]:
        if run["status"] == "requestSent":
            print(request["id"], run["externalCorrelationId"])
