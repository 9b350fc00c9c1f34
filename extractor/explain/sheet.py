"""An explanation as a short page of text for the terminal."""

from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

import regex

from extractor.written import date, number
from schemas.explanation import (
    Attribute,
    Evidence,
    Explanation,
    Mention,
    Source,
    Standing,
)

WIDTH = 100
LABEL = 14  # columns of what stands on the left
LISTED = 8  # figures of one list that are shown; JSON has all
QUOTED = 120  # characters of an evidence
TIMES = ("date", "duration")  # they need not be bound to anything

# What a document's text could do to a terminal: control characters, and turns of direction.
_UNPRINTABLE = regex.compile(r"[\p{Cc}\u202A-\u202E\u2066-\u2069]++")

Row = tuple[str, str]
"""What stands on the left, and what it says."""


def sheet(told: Explanation) -> str:
    """Return the page, with a final newline."""
    parts: Sequence[tuple[str, Iterator[Row]]] = (
        ("Reading", _reading(told)),
        ("Place", _standing(told.quote, told.standing)),
        ("Bound to", _bound(told)),
        ("On the word of", _sources(told.sources)),
        ("Checks", _checks(told)),
        ("Elsewhere", _elsewhere(told)),
    )
    lines = [f"{_clean(told.quote)}  =  {_clean(told.written)}", told.id]
    for title, rows in parts:
        if shown := [line for row in rows for line in _wrapped(row)]:
            lines += ["", title, *shown]
    return "\n".join(lines) + "\n"


def _wrapped(row: Row) -> list[str]:
    label, text = row
    wrapper = TextWrapper(
        width=WIDTH,
        initial_indent=f"  {label:{LABEL}}",
        subsequent_indent=" " * (LABEL + 2),
        break_long_words=False,  # an address is copied whole
        break_on_hyphens=False,
    )
    return wrapper.wrap(_clean(text)) or [f"  {label}"]


def _clean(text: str) -> str:
    """Return text on one line that leaves the terminal as it is."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _reading(told: Explanation) -> Iterator[Row]:
    reading = told.reading
    yield "value", _values(told)
    yield "kind", reading.kind
    if reading.unit is not None:
        yield "unit", reading.unit.replace("_", " ")
    if reading.modifier is not None:
        modifier = reading.modifier.replace("_", " ")
        yield "modifier", f"{modifier}{_shown(reading.modifier_evidence)}"
    if reading.precision not in (None, "0"):
        yield "precision", f"± {number(reading.precision)}, half of the last printed digit"
    yield "rule", reading.rule


def _values(told: Explanation) -> str:
    reading = told.reading
    if reading.value is None:
        return f"{number(reading.low or 'open')} to {number(reading.high or 'open')}"
    return reading.value if reading.kind in TIMES else number(reading.value)


def _standing(quote: str, standing: Standing) -> Iterator[Row]:
    printed = f" (printed {standing.page_label})" if _is_other_page(standing) else ""
    yield "where", f"{standing.where}{printed}, {standing.zone}"
    if standing.sections:
        yield "section", " > ".join(standing.sections)
    if (table := standing.table) is not None:
        yield "table", table.title or "(without title)"
        yield "row", _heads(table.row, table.row_heads)
        yield "column", _heads(table.col, table.column_heads)
    line = f"{standing.before}»{quote}«{standing.after}"
    yield "line", line.replace("\t", " | ") if standing.table else line.replace("\n\n", " / ")


def _is_other_page(standing: Standing) -> bool:
    return standing.page_label not in (None, str(standing.page))


def _heads(at: int, heads: Sequence[str]) -> str:
    return f"{at}: {' > '.join(heads)}" if heads else str(at)


def _bound(told: Explanation) -> Iterator[Row]:
    for attribute in told.attributes:
        yield attribute.name.replace("_", " "), _attribute(attribute)
    if told.whole is not None:
        yield "part of", _mention(told.whole, told)
    yield from _listed("whole of", [_mention(part, told) for part in told.parts])
    if not told.attributes and told.reading.kind not in TIMES:
        yield "nothing", "the document does not tell, or it was not understood"


def _attribute(attribute: Attribute) -> str:
    code = f" ({attribute.code})" if attribute.code else ""
    evidence = _shown(attribute.evidence)
    return f"{attribute.written}{code} - {attribute.state}, {attribute.rule}{evidence}"


def _shown(evidence: Evidence | None) -> str:
    return f": {_quoted(evidence.quote)}, {evidence.where}" if evidence is not None else ""


def _quoted(text: str) -> str:
    text = _clean(text)
    return f"“{text}”" if len(text) <= QUOTED else f"“{text[:QUOTED].rstrip()} …”"


def _sources(sources: Sequence[Source]) -> Iterator[Row]:
    for source in sources:
        yield "source", f"{source.value} - {source.state}, {source.rule}"
        if (note := source.note) is not None:
            mark = f"from its mark, {note.mark}, to " if note.mark is not None else ""
            yield "", f"{mark}note {note.label}, {note.where}: {note.text}"
        else:
            yield "", f"evidence{_shown(source.evidence)}" if source.evidence else "no evidence"
        if source.publisher is not None:
            yield "", f"published by {source.publisher}"
        if source.date is not None:
            yield "", f"dated {date(source.date)}"
        if source.url is not None:
            yield "", source.url


def _checks(told: Explanation) -> Iterator[Row]:
    for check in told.checks:
        yield check.severity, f"{check.code}: {check.message}"
        if check.computed is not None and check.severity != "agrees":
            tolerance = f", tolerance {number(check.tolerance)}" if check.tolerance else ""
            stated = number(check.stated or "")
            yield "", f"stated {stated}, computed {number(check.computed)}{tolerance}"
        yield from _listed("", [_mention(other, told) for other in check.others])


def _elsewhere(told: Explanation) -> Iterator[Row]:
    for relation in dict.fromkeys(other.relation for other in told.elsewhere):
        same = [one.figure for one in told.elsewhere if one.relation == relation]
        yield from _listed(relation, [_mention(one, told) for one in same])


def _listed(label: str, lines: Sequence[str]) -> Iterator[Row]:
    """Yield a row a line, the label before the first, no more than a page holds."""
    for at, line in enumerate(lines[:LISTED]):
        yield "" if at else label, line
    if len(lines) > LISTED:
        yield "", f"and {len(lines) - LISTED} more"


def _mention(figure: Mention, beside: Explanation) -> str:
    """Return another figure in a line, without what it shares with the figure explained."""
    own = {one.name: one.value for one in beside.attributes}
    indicator = figure.indicator if figure.indicator != own.get("indicator") else None
    place = figure.place if figure.place != own.get("place") else None
    told = [figure.quote, indicator, place, figure.as_of, figure.where]
    return f"{', '.join(each for each in told if each)} ({figure.id})"
