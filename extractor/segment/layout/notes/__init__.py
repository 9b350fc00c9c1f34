"""Notes of a page: at its foot, below a table, at the end of a chapter; and the marks that call."""
