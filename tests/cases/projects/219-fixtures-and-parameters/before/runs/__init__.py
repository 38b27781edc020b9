"""Counts what a request has called."""

from .counting import count

__all__ = ["count"]
