"""Bytes to documents: the only door in."""
