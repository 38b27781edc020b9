from catalogs.settings import ELM, PREVIEW, STABLE


def stable(http, catalog_id: str) -> dict:
    url = f"{STABLE}/{ELM}/catalogs/{catalog_id}?$expand=customAccessPackageWorkflowExtensions"
    return http.get(url).json()


def preview(http, catalog_id: str) -> dict:
    url = f"{PREVIEW}/{ELM}/accessPackageCatalogs/{catalog_id}?$expand=customAccessPackageWorkflowExtensions"
    return http.get(url).json()


def delete(http, catalog_id: str, extension_id: str) -> int:
    return http.delete(f"{STABLE}/{ELM}/accessPackageCatalogs/{catalog_id}/customAccessPackageWorkflowExtensions/{extension_id}").status_code
