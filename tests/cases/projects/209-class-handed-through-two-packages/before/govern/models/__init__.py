from ._sdk import CustomExtensionHandler
