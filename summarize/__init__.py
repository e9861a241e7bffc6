"""Extractive multi-document summaries in which every sentence is verbatim and cited."""
