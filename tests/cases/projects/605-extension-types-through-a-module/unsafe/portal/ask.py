from .models import AccessPackageAssignmentRequestWorkflowExtension


def ask(name: str):
    return AccessPackageAssignmentRequestWorkflowExtension(display_name=name)
