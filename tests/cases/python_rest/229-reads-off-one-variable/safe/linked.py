def show(runs):
    for run in runs:
        print(run["stage"])


def guarded(request):
    if request["customExtensionHandlerInstances"]:
        show(request["customExtensionHandlerInstances"])


def presence(record):
    if "customExtensionHandlerInstances" not in record:
        return None
    print(len(record["customExtensionHandlerInstances"]))
    return record["customExtensionHandlerInstances"][0]["stage"]


def count_only(item):
    if item.get("customExtensionCalloutInstances"):
        return len(item["customExtensionCalloutInstances"])
    return 0


def two_variables(mine, yours):
    if not mine["customExtensionHandlerInstances"]:
        return []
    stage = mine["customExtensionHandlerInstances"][0]["stage"]
    if not yours["customExtensionCalloutInstances"]:
        return [stage]
    return [stage, yours["customExtensionCalloutInstances"][0]["customExtensionId"]]
