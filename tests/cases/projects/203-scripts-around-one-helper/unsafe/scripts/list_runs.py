#!/usr/bin/env python3
from graph import pages

if __name__ == "__main__":
    for request in pages("/accessPackageAssignmentRequests?$expand=customExtensionCalloutInstances"):
        for run in request["customExtensionCalloutInstances"]:
            print(request["id"], run["stage"], run["status"], sep="\t")
