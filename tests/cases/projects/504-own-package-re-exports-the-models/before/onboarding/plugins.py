from fabrikam.plugins import CustomExtensionHandler, Registry


def install(registry: Registry) -> None:
    registry.custom_extension_handlers.append(CustomExtensionHandler(stage="boot"))
