from portal.models import AccessPackageAssignmentPolicy


def count(found: AccessPackageAssignmentPolicy) -> int:
    return len(found.custom_extension_stage_settings or [])
