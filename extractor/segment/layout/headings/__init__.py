"""Headings: what a document's lines, its outline and its contents say of its sections."""
