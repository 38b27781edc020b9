from app.settings import TIMEOUT


def hooks(policy):
    return [hook["customExtension"]["id"] for hook in policy["customExtensionHandlers"]][:TIMEOUT]
