KEY = "customExtensionStageSettings"


def hooks(policy):
    return policy.get(KEY, [])
