"""What happens when, by policy."""

import json
import os

from hooks import hooks, split

PATH = os.path.join(os.path.dirname(__file__), "policies.json")


def main():
    with open(PATH, encoding="utf-8") as stream:
        policies = json.load(stream)["value"]
    for policy in sorted(policies, key=lambda policy: len(hooks(policy)), reverse=True):
        early, late = split(policy)
        print(policy["displayName"], "early:", [hook["customExtension"]["displayName"] for hook in early])
        print(policy["displayName"], "late:", [(hook["stage"], hook["customExtension"]["id"]) for hook in late])


if __name__ == "__main__":
    main()
