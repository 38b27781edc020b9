"""Print what a policy calls."""
import sys

import requests

from common.session import bearer

URL = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{}?$expand=customExtensionHandlers"


def main(token, policy_id):
    policy = requests.get(URL.format(policy_id), headers=bearer(token), timeout=30).json()
    for hook in policy["customExtensionHandlers"]:
        print(hook["stage"], hook["id"])


if __name__ == "__main__":
    main(*sys.argv[1:])
