from .models import CustomAccessPackageWorkflowExtension


def ask(name: str):
    return CustomAccessPackageWorkflowExtension(display_name=name)
