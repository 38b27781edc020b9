#!/usr/bin/env python3
import sys

from graph import get


def main(policy_id):
    policy = get("/accessPackageAssignmentPolicies/" + policy_id + "?$expand=customExtensionStageSettings")
    for handler in policy["customExtensionStageSettings"]:
        print(handler["id"], handler["stage"], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
