"""The figure grammar: text becomes readings."""
