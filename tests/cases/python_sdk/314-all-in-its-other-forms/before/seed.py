from kinds import *


def hook(number: int) -> CustomExtensionHandler:
    return CustomExtensionHandler(id=f"h{number}")


def policy(name: str) -> AccessPackageAssignmentPolicy:
    return AccessPackageAssignmentPolicy(display_name=name)
