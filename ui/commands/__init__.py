"""The commands of `seam`, one module for each, imported when it is asked for."""
