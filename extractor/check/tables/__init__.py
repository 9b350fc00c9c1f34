"""What tables say of themselves: totals, differences, shares and rates, line by line."""
