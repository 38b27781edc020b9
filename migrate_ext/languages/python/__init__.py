"""The Python analyzer: `extract` gives the facts of one module."""

from migrate_ext.languages.python.extract import extract

__all__ = ["extract"]
