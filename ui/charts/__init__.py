"""Pictures of answers as Vega-Lite specifications."""
