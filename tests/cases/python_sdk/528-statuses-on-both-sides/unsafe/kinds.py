from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy


def kinds(policy: AccessPackageAssignmentPolicy):
    for hook in policy.custom_extension_stage_settings or []:
        match hook.custom_extension.odata_type:
            case "#microsoft.graph.customAccessPackageWorkflowExtension":
                yield "old"
            case "#microsoft.graph.customTaskExtension":
                yield "task"
            case "#microsoft.graph.customAuthenticationExtension":
                yield "authentication"
