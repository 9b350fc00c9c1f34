"""The day of which a document reports, where it does not say when it was published."""

from functools import cache

import regex

from extractor.data.tables import load
from extractor.editions.labels import is_label
from extractor.editions.sentences import Sentences
from schemas.extraction import Extraction
from schemas.figure import Figure

DAY = len("2031-05-12")
GOES_ON = regex.compile(r"[\s,]*+\p{Ll}{3}")
"""What makes a day the first words of a sentence: `As of 1 July 2032 new fares hold`."""


def reported(extraction: Extraction, sentences: Sentences) -> str | None:
    """Return the day that a line above the text says it reports of (`Data as of 12 May 2031`).

    None where the document says when it was published, and where no such line stands above: one
    that says what else holds as of a day (`Tariffs as of`), or goes on behind it, is another.
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
            return figure.value if _is_told_of(sentences, figure) else None
    return None


def _is_told_of(sentences: Sentences, figure: Figure) -> bool:
    opens = _opens().fullmatch(sentences.before(figure))
    return opens is not None and not GOES_ON.match(sentences.sides(figure)[1])


@cache
def _opens() -> regex.Pattern[str]:
    words = load("editions.toml")["reported"]
    told, reports = ("|".join(map(regex.escape, words[name])) for name in ("phrases", "reports"))
    opened = rf"(?:(?:{reports}|n[o°º]|\p{{Nd}}++)\b\W*+)*+"
    return regex.compile(rf"\W*+{opened}(?:{told})\b\W*+", regex.IGNORECASE)
