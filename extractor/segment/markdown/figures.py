"""Key figures: a value set apart, the label lines below it, the line that says as of when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.segment.draft import Draft, line_spans, slice_of
from extractor.segment.markdown.units import Unit, ends_sentence, word_count
from extractor.segment.markdown.values import is_dressed, is_value

MAX_LABEL = 25  # words
MAX_LINE = 40  # words of a value and its label in one sentence
MAX_AS_OF = 8  # words
MAX_ABOVE = 8  # words of a label that stands above its value

YEAR = regex.compile(r"(?<! \p{Nd} ) (?: 19 | 20 ) \d\d (?! \p{Nd} )", regex.X)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit among those that are part of the text, and the units as read up to it."""

    seen: Sequence[Unit]
    i: int
    before: Sequence[Unit]

    @property
    def unit(self) -> Unit:
        return self.seen[self.i]

    def neighbour(self, step: int) -> Unit | None:
        """Return the unit that many places further; None beyond the ends."""
        at = self.i + step
        return self.seen[at] if 0 <= at < len(self.seen) else None

    def above(self, count: int) -> list[Unit]:
        """Return the last parts read, pictures left out."""
        return [unit for unit in self.before[-2 * count - 2 :] if unit.is_seen][-count:]


def mark_key_figures(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with every key figure cut into its value, its label, its as-of line."""
    out: list[Unit] = []
    seen = [unit for unit in units if unit.is_seen]
    at = {id(unit): i for i, unit in enumerate(seen)}
    for unit in units:
        i = at.get(id(unit))
        out.extend([unit] if i is None else _read(_Place(seen, i, out)))
    return _with_labels_above(out)


def _read(place: _Place) -> list[Unit]:
    """Return a unit cut into the parts of a key figure; whole where it is none."""
    unit = place.unit
    if unit.draft.type not in {"paragraph", "list_item"}:
        return [unit]
    spans = line_spans(unit.draft)
    for form in _FORMS:
        parts = form(place, spans)
        if parts:
            return parts
    return [unit]


def _values_alone(place: _Place, spans: Sequence[Span]) -> list[Unit]:
    """Lines that are values only: a lone bare number may be a page's number."""
    unit = place.unit
    if not spans or not all(_is_value_line(unit, span) for span in spans):
        return []
    above, below = place.neighbour(-1), place.neighbour(1)
    under_heading = above is not None and above.draft.type == "heading"
    fills_section = under_heading and (below is None or below.draft.type == "heading")
    shows = any(is_dressed(unit.text[slice(*s)]) or _is_bold(unit.draft, s) for s in spans)
    return [_part(unit, [span]) for span in spans] if shows or fills_section else []


def _value_and_label(place: _Place, spans: Sequence[Span]) -> list[Unit]:
    """A value with its label on the lines below it."""
    unit = place.unit
    if len(spans) < 2 or not _is_value_line(unit, spans[0]):  # noqa: PLR2004  # a value and a label
        return []
    if not _is_label(unit.text[spans[1][0] :]):
        return []
    return [_part(unit, spans[:1]), *_labels(unit, spans[1:])]


def _label_and_value(place: _Place, spans: Sequence[Span]) -> list[Unit]:
    """A short label with its value on the line below it."""
    unit = place.unit
    if len(spans) < 2 or not _is_value_line(unit, spans[-1]):  # noqa: PLR2004  # a label and a value
        return []
    is_short = word_count(unit.text[: spans[-1][0]]) <= MAX_ABOVE
    if not is_short or any(_is_value_line(unit, span) for span in spans[:-1]):
        return []
    return [_part(unit, spans[:-1]), _part(unit, spans[-1:])]


def _sentence(place: _Place, _spans: Sequence[Span]) -> list[Unit]:
    """A short sentence that opens with a value in bold, in a row of key figures."""
    unit = place.unit
    if not _opens_with_value(unit):
        return []
    above, below = place.above(1), place.neighbour(1)
    in_row = bool(above) and above[0].draft.type == "key_figure"
    if below is not None and not in_row:
        in_row = _opens_with_value(below) or _is_aside(below) or _opens_with_value_line(below)
    return [_part(unit, [(0, len(unit.text))])] if in_row else []


def _belongs_to_value_above(place: _Place, spans: Sequence[Span]) -> list[Unit]:
    """The label of the value above, or the line that says as of when, or where from."""
    unit = place.unit
    above = place.above(2)
    if not above or above[-1].draft.type != "key_figure" or not unit.is_prose:
        return []
    if _is_lone_value(above) and _is_label(unit.text) and "©" not in unit.text:
        return _labels(unit, spans)
    return [_part(unit, spans)] if _is_aside(unit) else []


_FORMS: tuple[Callable[[_Place, Sequence[Span]], list[Unit]], ...] = (
    _values_alone,
    _value_and_label,
    _label_and_value,
    _sentence,
    _belongs_to_value_above,
)


def _is_value_line(unit: Unit, span: Span) -> bool:
    return is_value(unit.text[slice(*span)])


def _opens_with_value_line(unit: Unit) -> bool:
    spans = line_spans(unit.draft)
    return unit.is_prose and bool(spans) and _is_value_line(unit, spans[0])


def _is_bold(draft: Draft, span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in draft.bold)


def _part(unit: Unit, spans: Sequence[Span]) -> Unit:
    draft = slice_of(unit.draft, spans[0][0], spans[-1][1])
    bullet = draft.bullet if spans[0][0] == 0 else None
    return Unit(unit.block, replace(draft, type="key_figure", level=None, bullet=bullet))


def _labels(unit: Unit, spans: Sequence[Span]) -> list[Unit]:
    """Return the label lines below a value, apart where the weight changes or a date follows."""
    groups: list[list[Span]] = []
    for span in spans:
        same = groups and _is_bold(unit.draft, groups[-1][-1]) == _is_bold(unit.draft, span)
        if same and not _ends_in_year(unit.text[slice(*span)]):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [_part(unit, group) for group in groups]


def _is_label(text: str) -> bool:
    count = word_count(text)
    return 0 < count <= MAX_LABEL and not (ends_sentence(text) and count > MAX_AS_OF)


def _is_aside(unit: Unit) -> bool:
    """Say whether a line is a short aside to a figure: in italics, or ending in a year."""
    is_short = word_count(unit.text) <= MAX_AS_OF and not ends_sentence(unit.text)
    is_set_off = unit.draft.italic or _ends_in_year(unit.text)
    return unit.is_prose and is_set_off and is_short and "©" not in unit.text


def _ends_in_year(text: str) -> bool:
    is_short = word_count(text) <= MAX_AS_OF
    return is_short and text[:1].isalpha() and YEAR.search(text[-8:]) is not None


def _is_lone_value(above: Sequence[Unit]) -> bool:
    """Say whether the last part is a value without a label, and not one of several in its block."""
    last = above[-1]
    if not is_value(last.text):
        return False
    return len(above) < 2 or above[0].block is not last.block or not is_value(above[0].text)  # noqa: PLR2004


def _opens_with_value(unit: Unit) -> bool:
    if not unit.is_prose or not unit.draft.bold or word_count(unit.text) > MAX_LINE:
        return False
    start, end = unit.draft.bold[0]
    return start == 0 and end < len(unit.text) and is_value(unit.text[:end].strip())


def _with_labels_above(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with each short line above a value that has no label below it marked."""
    out = list(units)
    seen = [i for i, unit in enumerate(out) if unit.is_seen]
    for n in range(len(seen) - 1):
        if _heads_value([out[i] for i in seen[n : n + 3]]) or _heads_run(out, seen, n):
            unit = out[seen[n]]
            out[seen[n]] = _part(unit, [(0, len(unit.text))])
    return out


def _heads_value(units: Sequence[Unit]) -> bool:
    """Say whether the first of these stands above a value that no label follows."""
    label, value, below = units[0], units[1], units[2] if len(units) > 2 else None  # noqa: PLR2004
    is_labelled = below is not None and below.draft.type == "key_figure"
    return _may_head(label) and _is_value_unit(value) and not is_labelled


def _heads_run(units: Sequence[Unit], seen: Sequence[int], n: int) -> bool:
    """Say whether a line opens a row of label, value, label, value: the row ends in a value."""
    if not _may_head(units[seen[n]]) or not _is_value_unit(units[seen[n + 1]]):
        return False
    last = n + 1
    while last + 1 < len(seen) and units[seen[last + 1]].draft.type == "key_figure":
        last += 1
    return last > n + 1 and _is_value_unit(units[seen[last]])


def _may_head(unit: Unit) -> bool:
    return unit.is_prose and word_count(unit.text) <= MAX_ABOVE and not ends_sentence(unit.text)


def _is_value_unit(unit: Unit) -> bool:
    return unit.draft.type == "key_figure" and is_value(unit.text)
