"""Lists in two columns: a short term, and from one place on what it stands for or comes to."""

from collections.abc import Sequence

import regex

from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import marker
from extractor.segment.layout.tables.rows import Row

MOST_WORDS = 3  # of a term
LINE_REACH = 0.3  # type sizes between the ends of texts that stand in line, at most
LEAST_WHITE = 1.0  # type sizes between the longest term and what stands beside it
LONGER = 1.5  # times as long as the terms is what they stand for

TERM = regex.compile(r"\p{L} [^.!?]*+", regex.X)
DIGIT = regex.compile(r"\d")


def is_glossary(body: Sequence[Row]) -> bool:
    """Whether each row is a term and its meaning, or a thing and its number.

    Names and offices under each other, as people sign, are as long on both sides: no glossary.

    Args:
        body: The rows with several pieces, of a list that neither lines nor a head mark off.
    """
    if any(len(row.pieces) != 2 for row in body):  # noqa: PLR2004 - a term, a meaning
        return False
    terms, meanings = [row.pieces[0] for row in body], [row.pieces[1] for row in body]
    size = body[0].size
    white = min(m.left for m in meanings) - max(term.right for term in terms)
    if white < LEAST_WHITE * size or not all(map(_is_term, terms)):
        return False
    in_line = _spread([term.left for term in terms]) <= LINE_REACH * size
    return in_line and (_are_meanings(meanings, terms) or _are_numbers(meanings))


def _are_meanings(pieces: Sequence[Line], terms: Sequence[Line]) -> bool:
    """Whether texts begin at one place, and are longer than the terms before them."""
    in_line = _spread([piece.left for piece in pieces]) <= LINE_REACH * pieces[0].size
    return in_line and _width(pieces) >= LONGER * _width(terms)


def _are_numbers(pieces: Sequence[Line]) -> bool:
    """Whether texts with numbers in them end at one place."""
    in_line = _spread([piece.right for piece in pieces]) <= LINE_REACH * pieces[0].size
    return in_line and all(DIGIT.search(piece.text) for piece in pieces)


def _is_term(piece: Line) -> bool:
    short = len(piece.words) <= MOST_WORDS and marker(piece) is None
    return short and TERM.fullmatch(piece.text) is not None


def _spread(places: Sequence[float]) -> float:
    return max(places) - min(places)


def _width(pieces: Sequence[Line]) -> float:
    return sum(piece.right - piece.left for piece in pieces)
