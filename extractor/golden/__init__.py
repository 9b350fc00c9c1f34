"""Goldens: drafts, and the comparison with an extraction."""
