from catalogs import queries


def names(http, catalog_id: str) -> list[str]:
    catalog = queries.preview(http, catalog_id)
    return [extension["displayName"] for extension in catalog.get("customAccessPackageWorkflowExtensions") or ()]
