"""What Cypher does badly and networkx does: paths, bridges, communities, likeness.

All of it is computed, not stated by a source, and never stored. The same graph gives the same
results on every engine and machine, in whatever order it was loaded.
"""
