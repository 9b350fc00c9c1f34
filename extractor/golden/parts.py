"""Compares headings, captions and footnotes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.golden.entries import Comparison, Entry, Field, Gaps, shown
from extractor.golden.overlap import pair_up
from extractor.golden.score import Result
from extractor.golden.texts import listed, place_label, plain, text_field, wording
from schemas.base import Anchor
from schemas.document import Block, Caption, Footnote, Section
from schemas.extraction import Extraction
from schemas.golden import Golden, GoldenCaption, GoldenFootnote, GoldenHeading, GoldenText

G = TypeVar("G", bound=GoldenText)
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the program sees it: its block, and its section where it opens one."""

    block: Block
    anchor: Anchor
    section: Section | None

    def texts(self) -> tuple[str, ...]:
        """Return the heading with its printed number and, where it opens a section, without."""
        return (self.block.text, self.section.title) if self.section else (self.block.text,)


def headings_of(extraction: Extraction) -> list[Heading]:
    """Return the headings and the title, in order."""
    sections = {(s.anchor.start, s.anchor.end): s for s in extraction.sections}
    return [
        Heading(block, block.anchor, sections.get((block.anchor.start, block.anchor.end)))
        for block in extraction.blocks
        if block.type in {"title", "heading"} and block.anchor is not None
    ]


def compare_headings(golden: Golden, headings: Sequence[Heading]) -> Result:
    """Return how headings agree: text, type, level, printed number."""
    fields: tuple[Field[GoldenHeading, Heading], ...] = (
        text_field(Heading.texts),
        plain("type", lambda g: g.type, lambda h: h.block.type),
        plain("level", lambda g: _level(g.level), lambda h: _level(h.block.level)),
        plain("number", lambda g: g.number, lambda h: h.section.number if h.section else None),
    )
    result = Result("headings")
    expected = [Entry(g, g.source, shown(wording(g))) for g in golden.headings]
    found = [Entry(h, h.anchor.source, shown(h.block.text)) for h in headings]
    _comparison("heading", fields, golden).run(result, expected, found)
    return result


def compare_captions(golden: Golden, captions: Sequence[Caption]) -> Result:
    """Return how captions agree: text, credit, year of the credit."""
    fields: tuple[Field[GoldenCaption, Caption], ...] = (
        text_field(lambda c: (c.text,)),
        plain("credit", lambda g: g.credit, lambda c: c.credit),
        plain("credit_year", lambda g: g.credit_year, lambda c: c.credit_year),
    )
    result = Result("captions")
    expected = [Entry(g, g.source, shown(wording(g))) for g in golden.captions]
    found = [Entry(c, c.anchor.source, shown(c.text)) for c in captions]
    _comparison("caption", fields, golden).run(result, expected, found)
    return result


def compare_footnotes(golden: Golden, footnotes: Sequence[Footnote]) -> Result:
    """Return how footnotes agree: label, text, addresses, and the place of every mark."""
    fields: tuple[Field[GoldenFootnote, Footnote], ...] = (
        plain("label", lambda g: g.label, lambda f: f.label),
        text_field(lambda f: (f.text,)),
        plain("urls", lambda g: listed(g.urls), lambda f: listed(f.urls)),
        Field(
            "references",
            lambda g: listed([place_label(mark) for mark in g.references]),
            lambda f: listed([place_label(mark.source[0]) for mark in f.references]),
            _same_marks,
        ),
    )
    result = Result("footnotes")
    expected = [Entry(g, g.source, f"note {g.label}") for g in golden.footnotes]
    found = [Entry(f, f.anchor.source, f"note {f.label}") for f in footnotes]
    _comparison("footnote", fields, golden).run(result, expected, found)
    return result


def _same_marks(golden: GoldenFootnote, note_found: Footnote) -> bool:
    ours = [(mark,) for mark in golden.references]
    theirs = [reference.source for reference in note_found.references]
    return len(ours) == len(theirs) == len(pair_up(ours, theirs))


def _level(level: int | None) -> str | None:
    return None if level is None else str(level)


def _comparison(entry: str, fields: tuple[Field[G, F], ...], golden: Golden) -> Comparison[G, F]:
    return Comparison(
        entry=entry,
        fields=fields,
        essential=frozenset(field.name for field in fields),
        gaps=Gaps(
            known=lambda g, _: g.gap,
            closed=lambda g, wrong: [entry] if g.gap and not wrong else [],
        ),
        extras=golden.extras,
    )
