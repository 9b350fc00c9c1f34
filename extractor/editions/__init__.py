"""Editions: which figure of an old document became which of a new one, and what else changed."""
