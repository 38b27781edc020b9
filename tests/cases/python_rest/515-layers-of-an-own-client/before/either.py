from unknown_client import Client

BETA = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
STABLE = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement"


def both(client: Client):
    for address in (
        BETA + "/accessPackageCatalogs?$expand=customAccessPackageWorkflowExtensions",
        STABLE + "/catalogs?$expand=customAccessPackageWorkflowExtensions",
    ):
        for catalog in client.everything(address):
            print(catalog["customAccessPackageWorkflowExtensions"])
