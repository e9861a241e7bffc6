"""Picks to cited lines."""
