"""Figures as tables: what their columns are, and a writer for each form of a table."""
