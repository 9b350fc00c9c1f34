"""Across documents: the same thing told in two of them, and what one cites of another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, localcontext
from itertools import combinations

from extractor.check.again.contradictions import (
    MAX_TOLD,
    Told,
    are_far,
    by_matter,
    is_one_group,
    is_one_time,
    severity,
    told_of,
    words_of,
)
from extractor.check.audit import EXACT
from extractor.check.findings import Severity, finding
from extractor.check.intervals import Term, meets, term
from extractor.keys import key
from schemas.base import BoxPiece
from schemas.extraction import Extraction, Finding
from schemas.figure import Figure

Valued = tuple[Figure, Term]

SHARED = 3  # words of a title that a citation must have, or all of a shorter one


@dataclass(frozen=True, slots=True)
class Named:
    """A document, by the name that the user gave."""

    name: str
    extraction: Extraction


def across(documents: Sequence[Named]) -> list[tuple[Named, Named, tuple[Finding, ...]]]:
    """Return for each two documents what they tell both, and what one cites of the other."""
    with localcontext(Context(prec=EXACT)):
        found = [(a, b, tuple(_between(a, b))) for a, b in combinations(documents, 2)]
    return [each for each in found if each[2]]


def _between(one: Named, other: Named) -> Iterator[Finding]:
    ours, theirs = (by_matter(each.extraction.figures) for each in (one, other))
    for matter in ours:
        if len(ours[matter]) <= MAX_TOLD and len(theirs.get(matter, ())) <= MAX_TOLD:
            yield from _told_by_both(one, other, ours[matter], theirs.get(matter, ()))
    yield from _cited(one, other)
    yield from _cited(other, one)


def _told_by_both(
    one: Named, other: Named, ours: Sequence[Told], theirs: Sequence[Told]
) -> Iterator[Finding]:
    """Yield how what both tell of one matter agrees, each pair of values once."""
    seen = set()
    for a in ours:
        for b in theirs:
            pair = a.term.value, b.term.value
            if pair in seen or not (is_one_time(a, b) and is_one_group(a.figure, b.figure)):
                continue
            seen.add(pair)
            if meets(a.term, b.term):
                said = f"{told_of(a)} is {_at(one, a.figure)}; so it is {_at(other, b.figure)}."
                yield finding("corroborated", "info", said, (a.figure, b.figure), (a.term, b.term))
            elif not are_far(a, b):
                both = f"{_at(one, a.figure)} and {_at(other, b.figure)}"
                said = f"{told_of(a)} is {both}{_later(one, other)}."
                grave = _grave(one, other, a, b)
                figures, numbers = (a.figure, b.figure), (a.term, b.term)
                found = finding("contradiction", grave, said, figures, numbers)
                why = "revision" if _later(one, other) else "contradiction"
                yield found.model_copy(update={"type": why})


def _grave(one: Named, other: Named, a: Told, b: Told) -> Severity:
    """Return how grave it is that two documents differ: a later one may well revise."""
    return "info" if _later(one, other) else severity(a, b)


def _later(one: Named, other: Named) -> str:
    """Tell that the documents are of different dates, or not known to be of one."""
    dates = {each.extraction.document.published for each in (one, other)}
    return ", which may be a revision" if len(dates) > 1 or None in dates else ""


def _at(named: Named, figure: Figure) -> str:
    piece = figure.anchor.source[0]
    place = f", page {piece.page}" if isinstance(piece, BoxPiece) else ""
    return f"{figure.anchor.quote} in {named.name}{place}"


def _cited(citing: Named, cited: Named) -> Iterator[Finding]:
    """Yield, of each figure that cites a document of the set, whether it is there."""
    title = frozenset(key(cited.extraction.document.title or "").split())
    if not title:
        return
    citations = [
        figure
        for figure in citing.extraction.figures
        if any(_names(source.value, title) for source in figure.sources)
    ]
    there = _by_words(cited.extraction.figures) if citations else {}
    for figure in citations:
        yield from _looked_up(citing, cited, figure, there)


def _by_words(figures: Iterable[Figure]) -> Mapping[tuple[str, str], Sequence[Valued]]:
    """Return figures that have a value by their kind and each word of their indicator."""
    found: defaultdict[tuple[str, str], list[Valued]] = defaultdict(list)
    for figure in figures:
        value = term(figure.value, figure.precision)
        if value is not None:
            for word in words_of(figure.indicator):
                found[figure.kind, word].append((figure, value))
    return found


def _names(source: str, title: frozenset[str]) -> bool:
    """Say whether a source names a document by its title."""
    return len(title & frozenset(key(source).split())) >= max(SHARED, len(title) - 1)


def _looked_up(
    citing: Named, cited: Named, figure: Figure, there: Mapping[tuple[str, str], Sequence[Valued]]
) -> Iterator[Finding]:
    value, words = term(figure.value, figure.precision), words_of(figure.indicator)
    if value is None or not words:
        return
    alike = [each for word in sorted(words) for each in there.get((figure.kind, word), ())]
    for other, found in alike:
        if meets(value, found):
            said = f"{_at(citing, figure)} is borne out by what it cites: {_at(cited, other)}."
            yield finding("corroborated", "info", said, (figure, other), (value, found))
            return
    said = f"{_at(citing, figure)} cites {cited.name}, where it was not found."
    yield finding("not_corroborated", "info", said, (figure,))
