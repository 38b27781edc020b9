from .models import Catalog, Policy, Request

__all__ = ["Catalog", "Policy", "Request"]
