from catalog.repository import CatalogRepository


async def rows(repository: CatalogRepository, catalog_id: str) -> list[str]:
    found = []
    for extension in await repository.extensions(catalog_id):
        created = extension.created_date_time
        changed = extension.last_modified_date_time
        found.append(f"{extension.display_name}\t{created}\t{changed}")
    return found


async def age(repository: CatalogRepository, catalog_id: str) -> str:
    catalog = await repository.get(catalog_id)
    return f"{catalog.created_date_time} {catalog.modified_date_time}" if catalog else "-"
