from .client import Client, hook_ids, open_stages

__all__ = ["Client", "hook_ids", "open_stages"]
