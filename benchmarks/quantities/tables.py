"""What was measured, as Markdown tables and as plain data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.golden.score import Tally
from quantities.documents import BOUND, SHOWN, STATES, Documents
from quantities.others import Json, Share
from quantities.scoring import ATTRIBUTES, FIELDS, Score

GROUPS = ("all", "en", "fr", "es", "uk", "ru", "ar", "hard", "no dates")
PER_WORDS = 1000
MILLISECONDS = 1000

Tallies = Mapping[tuple[str, str], Tally]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title; the cells are numbers, words, or None where there is nothing."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | float | None]]

    def markdown(self) -> str:
        """Return the table as Markdown; shares have three digits."""
        lines = (self.heads, ["---"] * len(self.heads), *self.rows)
        return "\n".join((f"## {self.title}\n", *map(_row, lines)))

    def plain(self) -> dict[str, Any]:
        """Return the table as data."""
        rows = [dict(zip(self.heads, row, strict=True)) for row in self.rows]
        return {"title": self.title, "rows": rows}


def _row(cells: Sequence[str | float | None]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(cell: str | float | None) -> str:
    if cell is None:
        return "-"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def of_sentences(title: str, scores: Mapping[str, Score]) -> Iterator[Table]:
    """Yield the tables of sentences: F1 by reader and language, and what planfacts binds."""
    heads = ("reader", "sentences", "figures", *FIELDS, "ms per 1,000 words")
    rows = [
        (name, group, score.tallies[group, "value"].expected, *_shares(score.tallies, group), time)
        for name, score in scores.items()
        for group in GROUPS
        if score.tallies[group, "value"].expected
        for time in (_time(score) if group == "all" else None,)
    ]
    yield Table(f"{title}: F1", heads, rows)
    told = scores["planfacts"].told
    if told:
        attributes = [
            (name, told[name].expected, told[name].found, told[name].right, told[name].recall)
            for name in ATTRIBUTES
        ]
        columns = ("attribute", "told", "bound", "right", "share right")
        yield Table(f"{title}: what the sentence tells of its figures", columns, attributes)


def _shares(tallies: Tallies, group: str) -> Iterator[float | None]:
    for name in FIELDS:
        tally = tallies[group, name]
        yield tally.f1 if tally.expected + tally.found else None


def _time(score: Score) -> int | None:
    if not score.words:
        return None
    return round(MILLISECONDS * PER_WORDS * score.seconds / score.words)


def of_documents(measured: Documents, *, named: bool) -> Iterator[Table]:
    """Yield the tables of golden documents: the fields' F1, and how right each state is."""
    documents = measured.fields if named else dict(list(measured.fields.items())[:1])
    rows = [
        (document, *(_f1(tallies.get(name)) for name in SHOWN))
        for document, tallies in documents.items()
    ]
    yield Table("Golden documents: F1 of figures", ("document", *SHOWN), rows)
    states = [f"{state}{part}" for state in STATES for part in ("", " right")]
    calibration = [tuple(_calibrated(measured, name)) for name in BOUND]
    heads = ("attribute", "told", "bound", "bound right", *states)
    yield Table("Golden documents: bindings, and the share right of each state", heads, calibration)


def _calibrated(measured: Documents, name: str) -> Iterator[str | float | None]:
    counted = measured.bindings[name]
    yield from (name, counted.told, counted.bound, _part(counted.right, counted.bound))
    for state in STATES:
        bound, right = counted.by_state[state]
        yield from (bound, _part(right, bound))


def of_rules(measured: Documents) -> Table:
    """Return how often each rule that binds is right, the least right first."""
    rows = [
        (attribute, state, rule, bound, right / bound)
        for (attribute, state, rule), (bound, right) in measured.rules.items()
    ]
    rows.sort(key=lambda row: (row[4], -row[3], row[:3]))
    return Table("Rules", ("attribute", "state", "rule", "bound", "right"), rows)


def _part(right: int, whole: int) -> float | None:
    return right / whole if whole else None


def _f1(tally: Tally | None) -> float | None:
    return tally.f1 if tally and tally.expected + tally.found else None


def of_humset(told: Mapping[str, Json]) -> Table:
    """Return what the maker's script says of each reader."""
    heads = ("reader", "exact F1", "overlap F1", "unit", "per in words", "modifier F1", "event")
    rows = [
        (name, *_f1s(said), said["unit"], said["unit_per"], said["modifier_F1"], event)
        for name, said in told.items()
        for event in (said["event"] if name == "planfacts" else None,)
    ]
    return Table("HumSet", heads, rows)


def _f1s(said: Json) -> tuple[float, float]:
    return said["exact"]["F1"], said["overlap"]["F1"]


def of_recognizers(shares: Mapping[tuple[str, str], Share]) -> Table:
    """Return what is read of the recognizers' cases; of ages and ordinals it should be nothing."""
    rows = [
        (*key, one.results, _part(one.read, one.results), _part(one.right, one.results))
        for key, one in shares.items()
    ]
    heads = ("language", "category", "results", "read", "value right")
    return Table("Cases of Recognizers-Text", heads, rows)


def as_markdown(tables: Iterable[Table]) -> str:
    """Return tables one after the other."""
    return "\n\n".join(table.markdown() for table in tables)
