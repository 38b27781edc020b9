from client import Graph

BETA = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
STABLE = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement"


def beta(graph: Graph):
    return graph.all(BETA + "/accessPackageCatalogs/c1/customAccessPackageWorkflowExtensions")


def stable(graph: Graph):
    return graph.all(STABLE + "/catalogs/c1/customAccessPackageWorkflowExtensions")
