"""The extensions of the demo catalog."""
from msgraph_beta.generated.models.access_package_assignment_request_workflow_extension import AccessPackageAssignmentRequestWorkflowExtension
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension

DEMO = [
    CustomAccessPackageWorkflowExtension(odata_type="#microsoft.graph.customAccessPackageWorkflowExtension", id="e1"),
]


def one(name: str):
    return AccessPackageAssignmentRequestWorkflowExtension(display_name=name)


PAIR = (AccessPackageAssignmentRequestWorkflowExtension(id="e2"), AccessPackageAssignmentRequestWorkflowExtension(id="e3"))
