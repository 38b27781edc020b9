import json

from hooks import hooks

with open("policies.json") as stream:
    policies = json.load(stream)
for policy in policies:
    print([hook["stage"] for hook in hooks(policy)], len(policy["customExtensionStageSettings"]))
