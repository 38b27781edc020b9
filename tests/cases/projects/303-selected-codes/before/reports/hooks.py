def hooks(policy: dict) -> set[str]:
    assert policy["accessPackageId"]
    return {hook["stage"] for hook in policy["customExtensionHandlers"]}


def extensions(catalog: dict) -> int:
    return len(catalog["customAccessPackageWorkflowExtensions"])
