"""What is told outside of tables, held against their rows, columns and totals."""
