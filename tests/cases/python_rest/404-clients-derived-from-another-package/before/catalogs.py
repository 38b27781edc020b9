import httpx

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/"


class EntitlementClient(httpx.Client):
    """A client that knows its root and its token."""

    def __init__(self, token: str) -> None:
        super().__init__(base_url=ROOT, headers={"Authorization": f"Bearer {token}"})


def create(client: EntitlementClient, catalog: str) -> str:
    return client.post(
        f"accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions",
        json={"displayName": "Notify the manager"},
    ).json()["id"]


def main(token: str, catalog: str) -> None:
    with EntitlementClient(token) as client:
        answer = client.get(f"accessPackageCatalogs/{catalog}/customAccessPackageWorkflowExtensions")
        print(create(client, catalog), len(answer.json()["value"]))
