def pair(one: str, two: str) -> list[object]:
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance
    from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance

    return [
        CustomExtensionCalloutInstance(custom_extension_id=one),
        CustomExtensionCalloutInstance(custom_extension_id=two),
    ]
