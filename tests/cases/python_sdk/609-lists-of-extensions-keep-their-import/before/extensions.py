"""The extensions of the demo catalog."""
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension

DEMO = [
    CustomAccessPackageWorkflowExtension(odata_type="#microsoft.graph.customAccessPackageWorkflowExtension", id="e1"),
]


def one(name: str):
    return CustomAccessPackageWorkflowExtension(display_name=name)


PAIR = (CustomAccessPackageWorkflowExtension(id="e2"), CustomAccessPackageWorkflowExtension(id="e3"))
