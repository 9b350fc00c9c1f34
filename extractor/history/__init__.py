"""One indicator through any number of editions and documents: what is said of it, and when."""
