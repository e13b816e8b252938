"""Asking in words: a sentence in one of four languages becomes a saved question."""
