from host.handlers import CustomExtensionHandler, Registry


def default() -> Registry:
    registry = Registry()
    for suffix in (".docx", ".dwg"):
        registry.add(CustomExtensionHandler(suffix))
    return registry


def stages(registry: Registry) -> set[str]:
    return {handler.stage for handler in registry.custom_extension_handlers if handler.status != "requestReceived"}
