#!/usr/bin/env python3
import sys

from graph import get


def main(policy_id):
    policy = get("/accessPackageAssignmentPolicies/" + policy_id + "?$expand=customExtensionHandlers")
    for handler in policy["customExtensionHandlers"]:
        print(handler["id"], handler["stage"], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
