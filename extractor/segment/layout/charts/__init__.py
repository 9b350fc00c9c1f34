"""Charts of several series: each number at a bar with the names of its series and category."""
