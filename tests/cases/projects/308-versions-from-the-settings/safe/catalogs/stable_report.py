from catalogs.queries import stable


def names(http, catalog_id: str) -> list[str]:
    return [extension["displayName"] for extension in stable(http, catalog_id)["customWorkflowExtensions"]]
