from .models import AccessPackageAssignmentRequestWorkflowExtension, CustomCalloutExtension

__all__ = ["AccessPackageAssignmentRequestWorkflowExtension", "CustomCalloutExtension"]
