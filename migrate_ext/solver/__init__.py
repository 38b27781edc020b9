"""From the facts of all files to a verdict on every site: `solve` is pure and knows nothing of files or options."""

from migrate_ext.solver.solve import solve

__all__ = ["solve"]
