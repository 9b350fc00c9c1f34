"""The same thing told twice: in two places of a document."""
