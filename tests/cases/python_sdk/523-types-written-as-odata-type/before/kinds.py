from __future__ import annotations

from collections import Counter

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy

OLD = "#microsoft.graph.customAccessPackageWorkflowExtension"


def kinds(policy: AccessPackageAssignmentPolicy) -> Counter[str]:
    found: Counter[str] = Counter()
    for hook in policy.custom_extension_handlers or []:
        if hook.custom_extension and hook.custom_extension.odata_type == OLD:
            found["old"] += 1
        else:
            found["other"] += 1
    return found
