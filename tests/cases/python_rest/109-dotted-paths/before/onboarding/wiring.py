from onboarding.plugins import custom_extension_handler


def simulate(extension_id):
    return {"id": extension_id}


def hooks(rows):
    return [row for row in rows if row]


def plugins():
    return [custom_extension_handler.CustomExtensionHandler] if custom_extension_handler.ENABLED else []
