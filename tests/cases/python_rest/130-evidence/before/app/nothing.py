def suffixes(settings):
    return sorted(settings["customExtensionHandlers"])


def first(settings):
    return next(iter(settings.get("customExtensionHandlers", [])), None)
