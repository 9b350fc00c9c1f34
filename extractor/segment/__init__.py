"""The segmenter: a Source becomes a Document."""
