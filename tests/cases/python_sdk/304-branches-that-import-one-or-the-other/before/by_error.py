try:
    from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler as Hook
except ImportError:
    from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting as Hook

__all__ = ["Hook"]
