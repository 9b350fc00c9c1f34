"""Numbers that the layout prints, not the author: of headings, of pages in a list of contents."""

from collections.abc import Iterator
from itertools import takewhile

import regex

from extractor.bind.passage import Passage
from extractor.bind.sources.telling import sentences, tells
from extractor.figures.reading import Explained, Readings
from extractor.segment.document import Document

CONTENTS = regex.compile(
    r"""
    ^ \W*+
    (?: (?: table\sof\s )? contents? | table\sdes\smati[eè]res | sommaire | [ií]ndice | contenido
      | tabla\sde\scontenidos?
      | sum[áa]rio | sommario | inhalt (?: sverzeichnis )?
      | зміст | содержание | оглавление | المحتويات
    )
    \W*+ $
    """,
    regex.X | regex.I,
)
ENTRY = regex.compile(
    r"""
    ^ \s*+ (?P<number> \d{1,2} (?: \.\d{1,2} ){0,3} (?= [.\s] ) )?
    .*? (?P<page> \d{1,4} ) \s*+ $
    """,
    regex.X | regex.S,
)
DIGITS = regex.compile(r"\p{Nd}+")
SAID_BESIDE = frozenset(("date", "percent", "ratio"))  # of a cited title, not in it
LATIN = regex.compile(r"\p{Latin}")
LEADERS = regex.compile(r"(?:\.\s?){4,}|…{2,}|\t")
LED_AMOUNT = regex.compile(
    r"""
    (?: (?: \. \s? ){4,}+ | …{2,}+ ) \s*+
    [(-]? \p{Sc}? \s? \d{1,3} (?: [.,\ ] \d{3} )++ (?! \d )
    """,
    regex.X,
)
"""Dots that lead to a number with its thousands marked: no page has one."""
LISTED_BESIDE = 12  # lines of a list before and after that tell what its dots lead to


def without_cited_counts(passage: Passage, readings: Readings) -> Readings:
    """Return the readings of a footnote without what a cited title counts (`One Year of Aid`).

    A sentence of a note that has no finite verb is a citation; of it only dates and shares, which
    titles seldom tell, are figures. In a script whose verbs are not known any sentence may tell.
    """
    if passage.zone != "footnote" or not readings.figures:
        return readings
    told = [span for span in sentences(passage.text) if _may_tell(passage.text[slice(*span)])]
    figures = tuple(
        f
        for f in readings.figures
        if f.kind in SAID_BESIDE or any(start <= f.span[0] < end for start, end in told)
    )
    titles = [
        Explained((f.span[0] + m.start(), f.span[0] + m.end()), "name")
        for f in readings.figures
        if f not in figures
        for m in DIGITS.finditer(passage.text[slice(*f.span)])
    ]
    return Readings(figures, tuple(sorted((*readings.explained, *titles), key=lambda e: e.span)))


def _may_tell(sentence: str) -> bool:
    return tells(sentence) or LATIN.search(sentence) is None


def without_printed_numbers(doc: Document, passage: Passage, readings: Readings) -> Readings:
    """Return the readings of a passage without the numbers that the layout printed into it."""
    spans = [*_heading_number(doc, passage), *_contents_numbers(doc, passage)]
    if not spans:
        return readings
    others = tuple(f for f in readings.figures if not _meets(f.span, spans))
    kept = tuple(e for e in readings.explained if not _meets(e.span, spans))
    if not _is_contents(doc, passage):
        return Readings(others, tuple(sorted((*kept, *spans), key=lambda e: e.span)))
    titles = (run for f in others for run in _digits_of(passage, f.span))  # of what stands there
    return Readings((), tuple(sorted((*kept, *spans, *titles), key=lambda e: e.span)))


def _digits_of(passage: Passage, span: tuple[int, int]) -> Iterator[Explained]:
    for match in DIGITS.finditer(passage.text, *span):
        yield Explained(match.span(), "reference")


def _meets(span: tuple[int, int], spans: list[Explained]) -> bool:
    return any(e.span[0] < span[1] and span[0] < e.span[1] for e in spans)


def _heading_number(doc: Document, passage: Passage) -> list[Explained]:
    block = doc.blocks[passage.blocks[0]]
    if block.type != "heading" or block.section is None:
        return []
    number = doc.sections[block.section].number
    return [Explained((0, len(number)), "list_number")] if number else []


def _is_contents(doc: Document, passage: Passage) -> bool:
    """Say whether a passage is an entry of a table of contents."""
    if not passage.text.rstrip()[-1:].isdigit():  # as most
        return False
    block = doc.blocks[passage.blocks[0]]
    if block.type == "heading" or ENTRY.match(passage.text) is None:
        return False
    titled = block.section is not None and CONTENTS.match(doc.sections[block.section].title)
    led = LEADERS.search(passage.text) is not None
    return bool(titled) or (led and not _lists_amounts(doc, passage.blocks[0]))


def _lists_amounts(doc: Document, at: int) -> bool:
    """Say whether dots lead to an amount in a block, or in the list that it is of."""
    before = (doc.quote(b.span) for b in doc.blocks[max(0, at - LISTED_BESIDE) : at][::-1])
    after = (doc.quote(b.span) for b in doc.blocks[at : at + LISTED_BESIDE])
    listed = (takewhile(LEADERS.search, texts) for texts in (after, before))
    return any(LED_AMOUNT.search(text) for texts in listed for text in texts)


def _contents_numbers(doc: Document, passage: Passage) -> list[Explained]:
    if not _is_contents(doc, passage):
        return []
    match = ENTRY.match(passage.text)
    if match is None:
        return []
    found = [Explained(match.span("page"), "reference")]
    if match["number"]:
        found.insert(0, Explained(match.span("number"), "list_number"))
    return found
