from converter.registry import CustomExtensionHandler, Registry

__all__ = ["CustomExtensionHandler", "Registry"]
