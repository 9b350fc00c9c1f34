"""What figures in tables measure: heads, labels, units, groups."""
