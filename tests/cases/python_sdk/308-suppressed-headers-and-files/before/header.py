from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


def describe(
    handler: CustomExtensionHandler,
    indent: int = 0,
) -> str:  # migrate-ext: ignore[CEX201]
    copy = CustomExtensionHandler(id=handler.id)
    return " " * indent + str(copy.id)
