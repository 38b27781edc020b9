from msgraph_beta.generated.models.custom_extension_callout_instance import CustomExtensionCalloutInstance


def bare(extension_id: str, **more: str) -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(**{"custom_extension_id": extension_id, "external_correlation_id": more.get("run")})
