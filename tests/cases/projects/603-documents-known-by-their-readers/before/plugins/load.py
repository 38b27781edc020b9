import json

with open("plugins.json") as stream:
    for handler in json.load(stream)["customExtensionHandlers"]:
        print(handler["id"])
