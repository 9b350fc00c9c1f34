"""Tables of a page: drawn, half drawn, or told by what stands in line; and what governs each."""
