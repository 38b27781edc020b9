def hooks(policy: dict) -> list[str]:
    """Stages of one policy of an access package."""
    return [handler["stage"] for handler in policy["customExtensionHandlers"] if policy["accessPackageId"]]
