#!/usr/bin/env python3
import sys

import graph

if __name__ == "__main__":
    catalog = graph.get("/accessPackageCatalogs/%s?$expand=accessPackageCustomWorkflowExtensions" % sys.argv[1])
    for extension in catalog["accessPackageCustomWorkflowExtensions"]:
        print(extension["id"], extension["displayName"], sep="\t")
