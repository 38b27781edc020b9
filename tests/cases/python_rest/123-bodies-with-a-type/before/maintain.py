import httpx

V1 = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement"


def create(client: httpx.Client, catalog_id: str, name: str) -> httpx.Response:
    url = f"{V1}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions"
    body = {"displayName": name}
    body["@odata.type"] = "#microsoft.graph.accessPackageAssignmentWorkflowExtension"
    return client.post(url, json=body)


def create_typed(client: httpx.Client, catalog_id: str, name: str) -> httpx.Response:
    return client.post(
        f"{V1}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions",
        json={"displayName": name, "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension"},
    )


def create_any(client: httpx.Client, catalog_id: str, body: dict) -> httpx.Response:
    return client.post(f"{V1}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions", json=body)


def rename(client: httpx.Client, catalog_id: str, extension_id: str, name: str) -> httpx.Response:
    url = f"{V1}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}"
    return client.patch(url, json={"displayName": name})


def delete(client: httpx.Client, catalog_id: str, extension_id: str) -> httpx.Response:
    return client.delete(f"{V1}/catalogs/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}")


def create_catalog(client: httpx.Client, name: str) -> httpx.Response:
    return client.post(f"{V1}/catalogs", json={"displayName": name, "isExternallyVisible": False})
