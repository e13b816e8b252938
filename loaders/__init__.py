"""Loaders: records in, a `Batch` and a list of problems out."""
