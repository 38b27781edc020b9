from .models import CustomCalloutExtension


def show(extension: CustomCalloutExtension) -> str:
    return f"{extension.display_name} {extension.id}"
