try:
    from ._async import load
except ImportError:
    from ._plain import load

__all__ = ["load"]
