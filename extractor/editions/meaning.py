"""How sure it is that two figures of two editions are the same thing: a score from 0 to 1.

The value plays a small part: equal digits prove little, and a tenfold change does not part what
the words join.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.check.words import EVERYBODY
from extractor.editions.candidates import worth_a_score
from extractor.editions.conflicts import conflicts, roles
from extractor.editions.dates import are_own_dates, dates
from extractor.editions.facets import Facet, value_of
from extractor.editions.likeness import Vocabulary
from extractor.editions.lists import stems
from extractor.editions.nearby import AFTER, Words
from extractor.editions.once import once
from extractor.editions.series import is_planned, time_of
from extractor.editions.stems import STEM, words
from extractor.editions.times import Time, is_moment
from extractor.editions.values import are_bare, is_far, is_one_unit, is_same_value, unit_named
from schemas.figure import Figure

CODE_DIGITS = 6  # of a bare number that is never met by chance
TELLING_DIGITS = 3  # digits of a value that is hardly met by chance
KIND, UNIT, CURRENCY = 0.3, 0.75, 0.9
WEIGHTS = {0: (0.35, 0.55, 0.1), 1: (0.85, 0.0, 0.15), 2: (0.85, 0.4, 0.15)}
"""How much what is told, the sentence and the headings say, by how many stand in tables."""
SENTENCES = ("prose", "list", "footnote")
TABULAR = ("table", "keyfigure")
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
WHOLE = 8  # so fast do sentences that are not quite the same count for less
FAR = 0.7  # what is left of a cell and a number of a sentence of quite another size
OTHER_ITEM = 0.5  # what is left of two counts of lists whose items have no word in common
SAME_VALUE, SAME_TELLING_VALUE, SAME_DATE, SAME_ORDER = 0.02, 0.08, 0.15, 0.03
SAME_HEAD = 0.05
SAME_PLAN = 0.08  # for two sentences that tell what a plan aims at, or needs


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
        if near is None and not (one.what or other.what) and _are_one_code(one, other):
            return 1.0
        told = self._told(one, other, near)
        if not told:  # a bare number under no heading
            own = near is None and are_own_dates(one, other)
            return conflicts(one, other) if own else float(one.said == other.said)
        # What a binder took for another place is the same one if the whole sentence is the same.
        left = conflicts(one, other)
        left += (1 - left) * (near or 0.0) ** WHOLE
        left *= _units(one.figure, other.figure) * _heads(one, other) * self._items(one, other)
        is_one_value = near and left < SILENT and one.figure.value == other.figure.value
        if is_one_value and _is_another_noun(one, other):
            left = SILENT
        if _is_in_one_table(one, other) and is_far(one, other):
            left *= FAR
        if one.figure.kind == "date":
            left *= dates(one, other, near or 0.0)
        in_tables = one.figure.zone in TABULAR and other.figure.zone in TABULAR
        times = IN_TABLES if in_tables else TIMES
        left *= times[time_of(one, other)]
        return told * left + _bonus(one, other) if left else 0.0

    def left(self, one: Facet, other: Facet) -> float:
        """Return how far two figures tell nothing that excludes each other, from 0 to 1."""
        left = roles(one, other) * self._items(one, other)
        days = (one.figure, other.figure)
        if not all(day.kind == "date" and is_moment(day.value or "") for day in days):
            return left
        return left * dates(one, other, self.vocabulary.words(one.near, other.near) or 0.0)

    def _items(self, one: Facet, other: Facet) -> float:
        """Return what is left of two counts of lists by the items that they open."""
        if not one.counted or not other.counted or (_is_anybody(one) and _is_anybody(other)):
            return 1.0
        if one.counted.keys() | other.counted.keys() <= stems("persons") | stems("homes"):
            return 1.0  # a household in place of its people is another unit of the same item
        alike = self.vocabulary.words(one.counted, other.counted) or 0.0
        return OTHER_ITEM + (1 - OTHER_ITEM) * alike

    def are_other_items(self, one: Facet, other: Facet) -> bool:
        """Say whether what is told of one figure alone is told of neighbours of the other."""
        return self._is_of_neighbours(one, other) or self._is_of_neighbours(other, one)

    def _is_of_neighbours(self, one: Facet, other: Facet) -> bool:
        weight = self.vocabulary.weight
        return 2 * weight(one.own & other.others) > weight(one.own)

    def _told(self, one: Facet, other: Facet, near: float | None) -> float:
        """Return how alike the words are that tell what figures are."""
        what = self.vocabulary.words(one.what, other.what)
        where = self.vocabulary.headings(one.where, other.where)
        in_tables = sum(facet.figure.cell is not None for facet in (one, other))
        if in_tables == 1:
            cell, told = (one, other) if one.figure.cell is not None else (other, one)
            is_sentence = told.figure.zone in SENTENCES and told.figure.kind != "date"
            held = self.vocabulary.held(cell, told) if is_sentence else 0.0
            what, near = max(what or 0.0, held), None
        elif not in_tables and _is_anybody(one) and _is_anybody(other):
            what = None
        parts = zip((what, near, where), WEIGHTS[in_tables], strict=True)
        known = [(part, weight) for part, weight in parts if part is not None]
        weights = sum(weight for _, weight in known)
        return sum(part * weight for part, weight in known) / weights if known else 0.0


def _is_in_one_table(one: Facet, other: Facet) -> bool:
    """Say whether one of two figures stands in a table and the other does not."""
    return (one.figure.cell is None) != (other.figure.cell is None)


def _heads(one: Facet, other: Facet) -> float:
    """Return what is left of two cells by their labels: of rows without a common word, of years.

    A table that names no year is of the plan's own: the next edition may tell it beside another.
    """
    if one.figure.cell is None or other.figure.cell is None:
        return 1.0
    ours, theirs = _worded(one), _worded(other)
    apart = ours[0] and theirs[0] and ours[0].isdisjoint(theirs[0])
    left = OTHER_ROW if apart and not _are_turned(one, other) else 1.0
    if one.dated == other.dated or (_is_telling(one, other) and is_same_value(one, other)):
        return left
    return left * UNDATED


@once
def _worded(facet: Facet) -> list[frozenset[str]]:
    """Return the words of the labels of a row and a column."""
    return [frozenset(filter(str.isalpha, head.split())) for head in facet.heads]


def _are_turned(one: Facet, other: Facet) -> bool:
    """Say whether the row of one cell is the column of the other, as in a table that was turned."""
    (row, column), (other_row, other_column) = _worded(one), _worded(other)
    return not (row.isdisjoint(other_column) and column.isdisjoint(other_row))


@once
def _is_anybody(facet: Facet) -> bool:
    """Say whether nothing is told of what is counted but that it is people."""
    return facet.what.keys() <= stems("persons") | {EVERYBODY[:STEM]}


def _are_one_code(one: Facet, other: Facet) -> bool:
    """Say whether both are one bare number, so long that no other is met: nothing else tells it."""
    if one.near or other.near:
        return False
    are_counts = one.figure.kind == other.figure.kind == "count"
    return are_counts and _digits(one) >= CODE_DIGITS and is_same_value(one, other)


def _is_telling(one: Facet, other: Facet) -> bool:
    """Say whether one of two values has so many digits that it is hardly met by chance."""
    return max(_digits(one), _digits(other)) >= TELLING_DIGITS


@once
def _digits(facet: Facet) -> int:
    """Return how many digits a figure is printed with."""
    return sum(map(str.isdigit, facet.figure.anchor.quote))


def _is_another_noun(one: Facet, other: Facet) -> bool:
    """Say whether people became homes, or homes people, in one sentence."""
    a, b = one.figure, other.figure
    if a.value is None or a.kind != "count" or is_one_unit(a, b):
        return False
    told = _besides_unit(one)
    return a.cell is b.cell is None and bool(told) and told == _besides_unit(other)


@once
def _besides_unit(facet: Facet) -> Words:
    """Return the words of a sentence without those of what is counted."""
    nouns = set(words(facet.figure.unit or ""))
    return {word: w for word, w in facet.near.items() if word.removeprefix(AFTER) not in nouns}


def _units(one: Figure, other: Figure) -> float:
    """Return what is left by what two figures are: a date is never anything else."""
    if are_bare(one, other):
        return SILENT
    if one.kind != other.kind:
        return 0.0 if "date" in (one.kind, other.kind) else KIND
    if unit_named(one.unit) == unit_named(other.unit):
        return 1.0
    return CURRENCY if one.kind == "money" else UNIT if one.kind == "measure" else SILENT


def _bonus(one: Facet, other: Facet) -> float:
    """Return what equal values and equal order add: it parts what the words do not."""
    order = SAME_ORDER * (1 - abs(one.order - other.order))
    order += SAME_HEAD * sum(a == b != "" for a, b in zip(one.heads, other.heads, strict=True))
    if is_planned(one) and is_planned(other) and one.figure.cell is other.figure.cell is None:
        order += SAME_PLAN * (value_of(one.figure.status) == value_of(other.figure.status))
    if not is_same_value(one, other):
        return order
    if one.figure.kind == "date" and not (one.is_label and other.is_label):
        return order + SAME_DATE
    return order + (SAME_TELLING_VALUE if _is_telling(one, other) else SAME_VALUE)
