"""How well pages are read: pages with exact truth, the field's metrics, and readers to compare."""
