def plugins(settings):
    return settings["customExtensionHandlers"]
