from .models import CustomAccessPackageWorkflowExtension


def show(extension: CustomAccessPackageWorkflowExtension) -> str:
    return f"{extension.display_name} {extension.id}"
