def show(item):
    print(item["stage"])


def both(request):
    for item in [0, *request["customExtensionCalloutInstances"]]:
        show(item)


def mapped(request):
    items = [0, *request["customExtensionCalloutInstances"]]
    return list(map(lambda item: item["stage"], filter(None, items)))


def name(item):
    return item["stage"]


def apart(request):
    runs = map(name, request["customExtensionCalloutInstances"])
    return [*runs, *map(name, [{"stage": "draft", "card": 1}])]
