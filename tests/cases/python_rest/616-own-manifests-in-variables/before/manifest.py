import requests

PLUGINS = [
    {"suffix": ".md", "command": "render --quiet"},
    {"suffix": ".csv", "command": "tabulate"},
]
MANIFEST = {"name": "mirror", "customExtensionHandlers": PLUGINS}


def commands():
    return [entry["command"] for entry in MANIFEST["customExtensionHandlers"]]


def policy(session, id):
    return session.get(f"https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentPolicies/{id}").json()
