import os

import pytest
import requests

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


@pytest.fixture(scope="session")
def policy():
    answer = requests.get(
        f"{ELM}/accessPackageAssignmentPolicies/{os.environ['POLICY']}",
        params={"$expand": "customExtensionStageSettings"},
        headers={"Authorization": "Bearer " + os.environ["TOKEN"]},
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()
