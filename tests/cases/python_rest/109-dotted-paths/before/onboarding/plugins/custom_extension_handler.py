ENABLED = False


class CustomExtensionHandler:
    """Opens files by their extension."""
