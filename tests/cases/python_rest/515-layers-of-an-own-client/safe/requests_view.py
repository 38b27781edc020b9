from client import Graph

BETA = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def runs(graph: Graph):
    for run in graph.all(BETA + "/accessPackageAssignmentRequests/r1/customExtensionHandlerInstances"):
        print(run["stage"])


def hooks(graph: Graph):
    for hook in graph.all(BETA + "/accessPackageAssignmentPolicies/p1/customExtensionStageSettings"):
        print(hook["stage"])
