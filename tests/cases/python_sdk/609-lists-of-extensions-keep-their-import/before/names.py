from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension

BY_NAME = {"ask": CustomAccessPackageWorkflowExtension(id="e1")}
