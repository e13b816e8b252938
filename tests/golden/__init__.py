"""Golden answers, and what writes them."""
