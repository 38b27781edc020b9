import requests

from ops import data


def hooks(http: requests.Session, policy_id: str) -> list[str]:
    handlers = data.policy(http, policy_id)["customExtensionHandlers"]  # migrate-ext: ignore[CEX202]
    return [handler["stage"] for handler in handlers]


def apps(http: requests.Session, catalog_id: str) -> list[str]:
    return [extension["id"] for extension in data.catalog(http, catalog_id)["customAccessPackageWorkflowExtensions"]]
