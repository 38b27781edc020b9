from kinds import AccessPackageAssignmentPolicy, CustomExtensionStageSetting


def hook(number: int) -> CustomExtensionStageSetting:
    return CustomExtensionStageSetting(id=f"h{number}")


def policy(name: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(display_name=name)
