"""What hangs on a policy."""

KEY = "customExtensionHandlers"
LATE = ("assignmentFourteenDaysBeforeExpiration", "assignmentOneDayBeforeExpiration")


def hooks(policy):
    return policy.get(KEY, [])


def split(policy):
    early, late = [], []
    for hook in hooks(policy):
        (late if hook["stage"] in LATE else early).append(hook)
    return early, late
