from .models import CustomAccessPackageWorkflowExtension

__all__ = ["CustomAccessPackageWorkflowExtension"]
