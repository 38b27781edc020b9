"""Reads how access packages are governed."""
