import requests

import view

ROOT = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"


def main(path):
    answer = requests.get(ROOT + path + "?$expand=customExtensionStageSettings", timeout=30).json()
    view.show(answer)


main("/some/policy")
