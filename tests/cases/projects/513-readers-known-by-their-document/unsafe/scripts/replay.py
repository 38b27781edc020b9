import json
import sys

DEFAULTS = {"customExtensionHandlers": {".md": "render"}}

with open("scripts/export.json", encoding="utf-8") as export:
    policies = json.load(export)["policies"]
for policy in policies:
    if "customExtensionStageSettings" in policy:
        print(policy["id"], len(policy["customExtensionStageSettings"]))
print(len(DEFAULTS["customExtensionHandlers"]), file=sys.stderr)
