"""How sure it is that two figures of two editions are the same thing: a score from 0 to 1.

The value plays a small part: equal digits prove little, and a tenfold change does not part what
the words join.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.editions.candidates import worth_a_score
from extractor.editions.conflicts import conflicts
from extractor.editions.dates import dates
from extractor.editions.facets import Facet
from extractor.editions.likeness import Vocabulary
from extractor.editions.nearby import Words
from extractor.editions.series import time_of
from extractor.editions.times import Time
from extractor.editions.values import is_same_value
from schemas.figure import Figure

TELLING_DIGITS = 3  # digits of a value that is hardly met by chance
KIND, UNIT, CURRENCY = 0.3, 0.75, 0.9
WEIGHTS = {0: (0.35, 0.55, 0.1), 1: (0.85, 0.0, 0.15), 2: (0.85, 0.4, 0.15)}
"""How much what is told, the sentence and the headings say, by how many stand in tables."""
SILENT = 0.95  # what is left where one tells and the other does not
TIMES: Mapping[Time, float] = {
    "same": 1.0,
    "untold": 1.0,
    "next": 0.93,
    "moment": 0.93,
    "silent": 0.97,
    "other": 0.85,
}
IN_TABLES: Mapping[Time, float] = {**TIMES, "next": 0.8, "other": 0.5}
OTHER_ROW, UNDATED = 0.6, 0.4
SAME_VALUE, SAME_TELLING_VALUE, SAME_DATE, SAME_ORDER = 0.02, 0.08, 0.15, 0.03
SAME_HEAD = 0.05


@dataclass(frozen=True, slots=True)
class Meaning:
    """Scores figures of two editions by what they mean."""

    vocabulary: Vocabulary

    def candidates(self, old: Sequence[Facet], new: Sequence[Facet]) -> Sequence[tuple[int, int]]:
        """Return what is said alike, and else the figures that share the rarest of their words."""
        return worth_a_score(old, new, self.vocabulary)

    def score(self, one: Facet, other: Facet) -> float:
        """Return how sure it is that two figures are the same thing, as far as they say it."""
        near = self.vocabulary.words(one.near, other.near) if one.near and other.near else None
        told = self._told(one, other, near)
        if not told:  # a bare number under no heading
            own = one.is_own_date and other.is_own_date
            return 1.0 if own or one.said == other.said else 0.0
        # What a binder took for another place is the same one if the whole sentence is the same.
        left = conflicts(one, other)
        left += (1 - left) * (near or 0.0) ** 4
        left *= _units(one.figure, other.figure) * _heads(one, other)
        if one.figure.kind == "date":
            left *= dates(one, other, near or 0.0)
        times = IN_TABLES if one.figure.zone in ("table", "keyfigure") else TIMES
        left *= times[time_of(one, other)]
        return told * left + _bonus(one, other) if left else 0.0

    def _told(self, one: Facet, other: Facet, near: float | None) -> float:
        """Return how alike the words are that tell what figures are."""
        what = self.vocabulary.words(one.what, other.what)
        where = self.vocabulary.headings(one.where, other.where)
        in_tables = sum(facet.figure.cell is not None for facet in (one, other))
        if in_tables == 1:
            what, near = self.vocabulary.words(_all_words(one), _all_words(other)), None
        parts = zip((what, near, where), WEIGHTS[in_tables], strict=True)
        known = [(part, weight) for part, weight in parts if part is not None]
        weights = sum(weight for _, weight in known)
        return sum(part * weight for part, weight in known) / weights if known else 0.0


def _heads(one: Facet, other: Facet) -> float:
    """Return what is left of two cells by their labels: of rows without a common word, of years."""
    ours, theirs = (frozenset(filter(str.isalpha, f.heads[0].split())) for f in (one, other))
    left = OTHER_ROW if ours and theirs and ours.isdisjoint(theirs) else 1.0
    both_in_tables = one.figure.cell is not None and other.figure.cell is not None
    return left * UNDATED if both_in_tables and one.dated != other.dated else left


def _all_words(facet: Facet) -> Words:
    """Return all words that tell a figure, for one in a table beside one that is in none."""
    return {**facet.what, **facet.near}


def _units(one: Figure, other: Figure) -> float:
    """Return what is left by what two figures are: a date is never anything else."""
    if one.kind != other.kind:
        return 0.0 if "date" in (one.kind, other.kind) else KIND
    if one.unit == other.unit:
        return 1.0
    return CURRENCY if one.kind == "money" else UNIT if one.kind == "measure" else SILENT


def _bonus(one: Facet, other: Facet) -> float:
    """Return what equal values and equal order add: it parts what the words do not."""
    order = SAME_ORDER * (1 - abs(one.order - other.order))
    order += SAME_HEAD * sum(a == b != "" for a, b in zip(one.heads, other.heads, strict=True))
    if not is_same_value(one, other):
        return order
    if one.figure.kind == "date" and not (one.is_label and other.is_label):
        return order + SAME_DATE
    telling = sum(map(str.isdigit, one.figure.anchor.quote)) >= TELLING_DIGITS
    return order + (SAME_TELLING_VALUE if telling else SAME_VALUE)
