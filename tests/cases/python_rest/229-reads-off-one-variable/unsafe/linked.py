def show(runs):
    for run in runs:
        print(run["stage"])


def guarded(request):
    if request["customExtensionCalloutInstances"]:
        show(request["customExtensionCalloutInstances"])


def presence(record):
    if "customExtensionCalloutInstances" not in record:
        return None
    print(len(record["customExtensionCalloutInstances"]))
    return record["customExtensionCalloutInstances"][0]["stage"]


def count_only(item):
    if item.get("customExtensionCalloutInstances"):
        return len(item["customExtensionCalloutInstances"])
    return 0


def two_variables(mine, yours):
    if not mine["customExtensionCalloutInstances"]:
        return []
    stage = mine["customExtensionCalloutInstances"][0]["stage"]
    if not yours["customExtensionCalloutInstances"]:
        return [stage]
    return [stage, yours["customExtensionCalloutInstances"][0]["customExtensionId"]]
