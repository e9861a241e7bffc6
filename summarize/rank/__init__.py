"""Sentences to picks."""
