"""What is asked for, and which figures say its words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from extractor.data.tables import load
from extractor.editions.edition import Side
from extractor.editions.facets import value_of
from extractor.entities.gazetteer import places
from extractor.errors import UsageError
from extractor.keys import key
from schemas.figure import Bound, Figure
from schemas.history import HistoryAsked

YEAR = regex.compile(r"(?:19|20)\d\d")
BEGINNING = 5  # letters that two forms of a word share at least
ENDING = 5  # letters that are left of a form at most: `requirements`, `required`
SHORT_ENDING = 1  # and of a word that is shorter than that


@dataclass(frozen=True, slots=True)
class Said:
    """The words that name a figure, in their comparing form."""

    named: frozenset[str]
    """Words of its indicator, group and unit; of the heads of row and column where it has none."""
    heads: frozenset[str]
    """What else tells it: heads of row and column, corner and title of the table, its status."""


@dataclass(frozen=True, slots=True)
class Met:
    """A figure that says the words asked for."""

    exactness: float
    """Share of the words that name it that were asked for."""
    beyond: frozenset[str]
    """The words that name it and that were not."""


class Asked:
    """Finds the figures that say what was asked for."""

    def __init__(self, asked: HistoryAsked) -> None:
        """Read the words.

        Raises:
            UsageError: A wording has no word that tells anything.
        """
        self.told = asked
        self._wordings = [_asked_words(each) for each in asked.indicators]
        self._population = _asked_words(asked.population) if asked.population else None
        self._place = None if asked.place is None else _place(asked.place)

    def met(self, figure: Figure, side: Side, acronyms: Mapping[str, frozenset[str]]) -> Met | None:
        """Return how a figure says what was asked for; None if it does not."""
        if not self._may_be(figure) or _is_bare_date(figure):
            return None
        said = said_of(figure, side, acronyms)
        found = [
            _met(words, said)
            for wording in self._wordings
            for words in (wording, _spelled_out(wording, acronyms))
            if all(_is_said(word, said.named | said.heads) for word in words)
        ]
        return max(found, key=lambda met: met.exactness, default=None)

    def _may_be(self, figure: Figure) -> bool:
        """Say whether a figure is of the kind, status, place and group asked for."""
        if figure.kind != (self.told.kind or figure.kind):
            return False
        if self.told.status is not None and value_of(figure.status) != self.told.status:
            return False
        if self._place is not None and not _is_place(figure.place, self._place):
            return False
        group = f"{value_of(figure.population) or ''} {_noun(figure) or ''}"
        theirs = _words(group)
        return all(_is_said(word, theirs) for word in self._population or ())


def said_of(figure: Figure, side: Side, acronyms: Mapping[str, frozenset[str]]) -> Said:
    """Return the words that name a figure; an acronym stands for what the document says it is."""
    heads = _words(" ".join(side.facets.heads(figure)))
    above = _words(" ".join(_above(figure, side)))
    told = (value_of(figure.indicator), value_of(figure.population), _noun(figure))
    named = _words(" ".join(each for each in told if each))
    if figure.indicator is None:
        named |= heads
    status = _words((value_of(figure.status) or "").replace("_", " "))
    return Said(_spelled_out(named, acronyms), _spelled_out(heads | above, acronyms) | status)


def _above(figure: Figure, side: Side) -> Iterator[str]:
    """Yield what a table says of all its cells: its title and its corner."""
    table = None if figure.cell is None else side.facets.tables.get(figure.cell.table_id)
    if table is not None:
        yield table.title or ""
        yield from (c.text for c in table.cells if c.col == 0 and c.header == "column")


def acronyms_of(side: Side) -> dict[str, frozenset[str]]:
    """Return the words that each acronym stands for, in a document or to everybody."""
    return _known() | {
        key(mention.quote): _words(entity.value)
        for entity in side.extraction.entities
        if entity.type == "acronym"
        for mention in entity.mentions
    }


@cache
def _known() -> dict[str, frozenset[str]]:
    return {key(a): _words(words) for a, words in load("editions.toml")["acronyms"].items()}


def is_like(one: str, other: str) -> bool:
    """Say whether two words are forms of one: they begin alike and differ in their endings.

    Stems that are cut at a number of letters would take `international` for `internally`.

    >>> is_like("displacement", "displaced"), is_like("internally", "international")
    (True, False)
    >>> is_like("camp", "camps"), is_like("need", "needle"), is_like("house", "housing")
    (True, False, False)
    """
    if one == other:
        return True
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    left = max(len(one), len(other)) - shared
    if shared == min(len(one), len(other)) and shared >= BEGINNING - 1:
        return left <= (ENDING if shared >= BEGINNING else SHORT_ENDING)
    return shared >= BEGINNING and left <= ENDING


@cache
def persons() -> frozenset[str]:
    """Return the words for people in general: displaced persons are displaced people."""
    return frozenset(key(word) for word in load("editions.toml")["persons"]["words"])


@cache
def _totals() -> frozenset[str]:
    """Return the words for a total, which is what is meant where no part is named."""
    return frozenset(key(word) for word in load("totals.toml")["totals"]["words"])


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in key(text).split() if word.isalnum() and not YEAR.match(word))


def _asked_words(text: str) -> frozenset[str]:
    words = _words(text)
    if not words:
        raise UsageError(f"{text!r}: has no word that tells what is asked for")
    return words


def _spelled_out(words: frozenset[str], acronyms: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if words.isdisjoint(acronyms):
        return words
    return frozenset().union(*(acronyms.get(word, {word}) for word in words))


def _is_said(word: str, said: Iterable[str]) -> bool:
    if word in persons():
        return any(each in persons() for each in said)
    return any(is_like(word, each) for each in said)


def _met(asked: frozenset[str], said: Said) -> Met:
    general = persons() | _totals()
    beyond = frozenset(
        word for word in said.named - general if not any(is_like(word, each) for each in asked)
    )
    told = len(asked - general) or 1
    return Met(round(told / (told + len(beyond)), 3), beyond)


def _is_bare_date(figure: Figure) -> bool:
    """Say whether a date is that of a column or a report, and tells nothing else."""
    return figure.kind == "date" and figure.indicator is None


def _noun(figure: Figure) -> str | None:
    """Return what a count counts; a unit of another kind is no word that names it."""
    return figure.unit if figure.kind == "count" else None


def _place(asked: str) -> frozenset[str]:
    """Return the forms in which a place may be told: what is asked for, and its code."""
    known = {name.casefold(): place for name, place in places().items()}.get(asked.casefold())
    code = known.code if known is not None and known.code else asked
    return frozenset({asked.casefold(), code.casefold()})


def _is_place(place: Bound | None, asked: frozenset[str]) -> bool:
    if place is None:
        return False
    return place.value.casefold() in asked or (place.code or "").casefold() in asked
