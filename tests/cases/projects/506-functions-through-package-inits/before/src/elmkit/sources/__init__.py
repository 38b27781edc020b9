from .graph import hooks, latest, runs

__all__ = ["hooks", "latest", "runs"]
