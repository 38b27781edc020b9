KEY = "customExtensionHandlers"


def hooks(policy):
    return policy.get(KEY, [])
