import os

import requests

ROOT = os.environ["GRAPH_ROOT"] + "/identityGovernance/entitlementManagement"


def delete_v1(catalog_id: str, extension_id: str) -> None:
    requests.delete(f"{ROOT}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}", timeout=10)


def delete_beta(catalog_id: str, extension_id: str) -> None:
    requests.delete(
        "%s/accessPackageCatalogs/%s/customAccessPackageWorkflowExtensions/%s" % (ROOT, catalog_id, extension_id),
        timeout=10,
    )
