"""The language of a text and of its blocks: by its letters, by its words, by a model of many."""

from extractor.language.deciding import language_of, languages_of

__all__ = ["language_of", "languages_of"]
