"""What sentences, paragraphs and lists say of their own numbers."""
