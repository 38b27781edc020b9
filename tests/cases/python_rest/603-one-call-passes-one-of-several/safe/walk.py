def show(item):
    print(item["stage"])


def both(request):
    for item in [0, *request["customExtensionHandlerInstances"]]:
        show(item)


def mapped(request):
    items = [0, *request["customExtensionHandlerInstances"]]
    return list(map(lambda item: item["stage"], filter(None, items)))


def name(item):
    return item["stage"]


def apart(request):
    runs = map(name, request["customExtensionCalloutInstances"])
    return [*runs, *map(name, [{"stage": "draft", "card": 1}])]
