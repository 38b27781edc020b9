#!/usr/bin/env python3
from graph import pages

if __name__ == "__main__":
    for request in pages("/accessPackageAssignmentRequests?$expand=customExtensionHandlerInstances"):
        for run in request["customExtensionHandlerInstances"]:
            print(request["id"], run["stage"], run["status"], sep="\t")
