ROOT = "https://example.test/api/"


def waiting(request, policy):
    for run in request["customExtensionCalloutInstances"]:
        print(run["customExtensionId"])
    return policy["customExtensionHandlers"]  # migrate-ext: ignore[CEX202]
