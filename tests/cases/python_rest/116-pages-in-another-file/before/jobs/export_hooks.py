import sys

import requests

from jobs import graph

if __name__ == "__main__":
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {sys.argv[1]}"
        for policy in graph.policies(session):
            for hook in policy.get("customExtensionHandlers", []):
                print(policy["id"], hook["stage"], hook["customExtension"]["id"], sep=",")
