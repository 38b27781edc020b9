import msgraph_beta.generated.models.custom_extension_handler

make = msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler  # migrate-ext: ignore[CEX201]
hook = msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler(id="h1")
