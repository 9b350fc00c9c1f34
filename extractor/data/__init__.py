"""Tables that the rules read: names, words, units. Exceptions to a rule are data, not code."""
