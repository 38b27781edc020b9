from msgraph_beta.generated.models.custom_callout_extension import CustomCalloutExtension


def extensions(page) -> list[CustomCalloutExtension]:
    return page.value or []
