def hook_class():
    """Imports late: the SDK takes two seconds to load."""
    try:
        from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as Hook
    except ImportError as error:
        raise SystemExit(f"pip install msgraph-beta-sdk: {error}") from error
    return Hook
