from elm_mirror.read import correlations, hook_ids

__all__ = ["correlations", "hook_ids"]
