"""The day of which a document reports, where it does not say when it was published."""

from functools import cache

import regex

from extractor.editions.labels import is_label
from extractor.editions.sentences import Sentences
from extractor.entities.gazetteer import load
from schemas.extraction import Extraction

DAY = len("2031-05-12")


def reported(extraction: Extraction, sentences: Sentences) -> str | None:
    """Return the day that a line above the text says it reports of (`As of 12 May 2031`).

    None where the document says when it was published, and where no such line stands above.
    """
    if extraction.document.published is not None:
        return None
    for figure in extraction.figures:
        if figure.zone == "heading":
            continue
        if figure.kind != "date":
            return None
        within = sentences.blocks.get(figure.block_id)
        if len(figure.value or "") == DAY and is_label(figure, within):
            return figure.value if _opens().fullmatch(sentences.before(figure)) else None
    return None


@cache
def _opens() -> regex.Pattern[str]:
    told = "|".join(map(regex.escape, load("editions.toml")["reported"]["phrases"]))
    return regex.compile(rf"(?:.*\b)?(?:{told})\W*+", regex.IGNORECASE)
