"""When a figure holds, or the period it is for: stated beside it, below it, or told by what governs it."""

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import Sentence, Token
from extractor.segment.titles import is_total
from schemas.figure import State


def bind_times(context: Context) -> None:
    """Bind the date of every figure that is no date or duration."""
    by_found = {f: s for s in context.sentences for f in s.founds}
    dates = [f for f in context.founds if f.reading.kind == "date"]
    by_passage: dict[int, list[Found]] = {}
    for date in dates:
        by_passage.setdefault(date.passage, []).append(date)
    said: dict[Span, Binding] = {}
    for found in context.founds:
        if found.is_time:
            continue
        found.as_of = _as_of(context, found, by_found.get(found), by_passage.get(found.passage, []))
        if found.as_of is None and found.of is not None:
            found.as_of = _again(found.of.as_of, "as_of.parent")
        _share_with_restatements(found, said)


def _share_with_restatements(found: Found, said: dict[Span, Binding]) -> None:
    """Give a figure that says another one again in another unit the date of that one."""
    indicator = found.indicator
    if indicator is None or indicator.span is None:
        return
    if found.as_of is not None:
        said.setdefault(indicator.span, found.as_of)
    elif indicator.rule == "prose.restated_in_bracket":
        found.as_of = _again(said.get(indicator.span), "as_of.restated")


def _as_of(
    context: Context, found: Found, sentence: Sentence | None, near: list[Found]
) -> Binding | None:
    if found.cell is not None:
        return _of_cell(context, found)
    if found.zone == "keyfigure":
        stated = _in_clause(found, sentence) or _below(found, near)
        if stated is not None:
            return stated
        dated_by_whole = found.of is not None and found.of.span < found.span
        return None if dated_by_whole else _of_headings(context, found)
    if sentence is None:
        return None
    opening = next((d for d in sentence.founds if d.reading.role == "as_of"), None)
    if opening is not None:
        return _date(opening, "stated", "as_of.sentence")
    if found.zone == "caption":
        only = [d for d in near if d.reading.kind == "date"]
        return _date(only[0], "stated", "as_of.caption") if len(only) == 1 else None
    return _in_clause(found, sentence)


def _date(date: Found, state: State, rule: str) -> Binding:
    value = date.reading.value or ""
    opens = date.reading.role == "since" and "/" not in value
    return Binding(f"{value}/.." if opens else value, state, rule, date.span)


def _again(binding: Binding | None, rule: str) -> Binding | None:
    if binding is None:
        return None
    return Binding(binding.value, "inherited", rule, binding.span)


def _in_clause(found: Found, sentence: Sentence | None) -> Binding | None:
    """Return the date that stands in the figure's own clause or bracket, or opens the sentence."""
    if sentence is None:
        return None
    tokens = sentence.tokens
    at = next(i for i, t in enumerate(tokens) if t.found is found)
    depth = 0
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        depth += (token.text in "([") - (token.text in ")]") if token.found is None else 0
        if depth < 0 or (token.found is None and token.text in ";."):
            break
        other = token.found
        if other is not None and not other.is_time and depth == 0:
            break
        if depth == 1 and _alone_in_bracket(tokens, i):
            return _date(other or found, "stated", "as_of.bracket")
        if other is not None and other.reading.kind == "date" and depth == 0:
            return (
                _date(other, "stated", "as_of.clause")
                if _dates_figure(tokens[i - 1].lower, other)
                else None
            )
    if found.indicator is not None and found.indicator.rule == "prose.change_from":
        return None  # what it was before the change is not what it was then
    for i in range(at - 1, -1, -1):
        other = tokens[i].found
        if tokens[i].found is None and tokens[i].text in "();":
            break
        if other is not None and _is_time_of_clause(other):
            return _date(other, "stated", "as_of.clause_before")
    return None


def _alone_in_bracket(tokens: list[Token], at: int) -> bool:
    """Say whether a date is all that stands in its bracket: `… are children (May 2031)`."""
    found = tokens[at].found
    if found is None or found.reading.kind != "date" or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].text == "(" and tokens[at + 1].text == ")"


def _is_time_of_clause(date: Found) -> bool:
    """Say whether a date says when its clause holds, not when something named in it happened."""
    return date.reading.kind == "date" and date.reading.role is not None and date.indicator is None


DATING = frozenset("in since by until during for of on as at from between before end".split())


def _dates_figure(lead: str, date: Found) -> bool:
    return lead in DATING or date.reading.role is not None


def _below(found: Found, near: list[Found]) -> Binding | None:
    """Return the as-of line of a key figure."""
    lines = [d for d in near if d.reading.role == "as_of" and d.span[0] > found.span[1]]
    return _date(lines[0], "stated", "as_of.below") if lines else None


def _of_cell(context: Context, found: Found) -> Binding | None:
    if found.cell is None:
        return None
    what = context.governing_of(found)
    table = context.doc.tables[found.cell[0]]
    cells = [*reversed(what.columns), *reversed(what.labels)]
    spans: list[Span] = [c.span for c in cells if c.span is not None]
    if what.group is not None and what.group.span is not None:
        spans.append(what.group.span)
    for span in spans:
        date = _date_in(context, span)
        if date is not None:
            return _date(date, "inherited", "as_of.table_header")
    if any(is_total(c.text) for c in what.columns):
        years = _years_of(context, found.cell[0])
        if years is not None:
            return years
    above = ((table.note_span, "as_of.table_note"), (table.title_span, "as_of.table_title"))
    for stretch, rule in above:
        date = _date_in(context, stretch) if stretch is not None else None
        if date is not None:
            return _date(date, "inherited", rule)
    return _of_headings(context, found)


def _of_headings(context: Context, found: Found) -> Binding | None:
    for section in context.headings_of(found.block):
        date = _date_in(context, section.span)
        if date is not None:
            return _date(date, "inherited", "as_of.heading")
    return None


def _date_in(context: Context, span: Span) -> Found | None:
    """Return the one date inside a stretch of text; None where there is none or more than one."""
    dates = [f for f in context.founds_in(span) if f.reading.kind == "date"]
    return dates[0] if len(dates) == 1 else None


def _years_of(context: Context, table: int) -> Binding | None:
    """Return the years that a total column adds up: from the first to the last year column."""
    cells = context.doc.tables[table].cells
    spans = [c.span for c in cells if c.header == "column" and c.span is not None]
    dates = [d for d in (_date_in(context, s) for s in spans) if d is not None and d.reading.value]
    if len(dates) < MIN_YEARS:
        return None
    first, last = dates[0].reading.value or "", dates[-1].reading.value or ""
    if "/" in first + last or first > last:
        return None
    return Binding(f"{first}/{last}", "inherited", "as_of.total_of_years", dates[-1].span)


MIN_YEARS = 2  # year columns that a total column can add up
