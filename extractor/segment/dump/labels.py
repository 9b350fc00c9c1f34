"""Which lines of a dump open a footnote: labels that rise, with their marks in the text.

A number at the start of a line proves nothing by itself: headings, lists and table rows have one
too. What proves it is the mark: the same number, glued to a word of the text nearby.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line

NEAR_LINES = 150  # between a mark and its note, on a page of two columns
MARKED, HINTED, FAR, UNMARKED = (
    3.0,
    1.0,
    1.5,
    -1.5,
)  # what a mark, a doubtful one, a distant one, none is worth
RISES, SKIPS, RESTARTS, STARTS_LATE = 1.0, 0.0, -0.5, -2.0  # what the label before is worth
AT_FOOT = 0.6  # what standing at the end of a page, among notes only, is worth
LOST = 2  # labels in a row that may be missing
MARKED_SHARE = 0.5  # of the notes have a mark

LABELS = {
    "bracket": regex.compile(r"^ \[ (?P<label> \d{1,3} ) \] [ \t]*+ (?= \S | $ )", regex.X),
    "bare": regex.compile(r"^ (?P<label> \d{1,3} ) [ \t]++ (?= [\p{L}\"“‘«‹„(\[] )", regex.X),
    "glued": regex.compile(r"^ (?P<label> \d{1,3} ) (?= [\p{Lu}“«‘] [\p{L}] | https?: )", regex.X),
    "alone": regex.compile(r"^ (?P<label> \d{1,3} ) $", regex.X),
    "dot": regex.compile(r"^ (?P<label> \d{1,3} ) [.)] [ \t]*+ (?= [\p{L}\"“‘«‹„(\[] )", regex.X),
    "raised": regex.compile(
        r"^ (?P<label> [\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3} ) [ \t]*+ (?= \S )", regex.X
    ),
}
DATE = regex.compile(r"^ \p{L}++ \.? [ ] \d{4} $", regex.X)
SCALED = regex.compile(
    r"""
    ^ (?: thousand | [mb]illions? | trillions? | per [ ]? cent | mille | milliers | mil
        | mill[oó]n (?: es )? | milliards? | pour [ ] cent | por [ ] ciento | млн | млрд | тыс | тис
      ) \b
    """,
    regex.X,
)
"""What makes the number before it a value: `1 million people` goes on with the line above."""
CURRENCY = regex.compile(r"\p{Sc} $", regex.X)
"""What stands before its number, at the end of the line above: `US$`."""
SIGN = regex.compile(
    r"^ (?P<label> \*{1,4}+ | †{1,3}+ | ‡{1,3}+ | §{1,3}+ ) [ \t]*+ (?= [\p{L}\d\"“‘«(] | $ )",
    regex.X,
)
SIGN_MARK = regex.compile(
    r"(?<= [\p{L}\d)%.,”\"] ) [ ]?+ (?P<label> \*{1,4}+ | †{1,3}+ | ‡{1,3}+ | §{1,3}+ )"
    r" (?! [*†‡§\p{L}\d] )",
    regex.X,
)
TITLE_LINES = 2  # of a heading, its subsection's right below
TEXT_WORDS = 3  # of the text below a label alone on its line
SIGN_LINES = 8  # around a line, of which no other begins with its sign
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_AFTER = r"(?! [\p{L}\d%] | [.,] \d )"
_GLUED = (
    r"(?: (?<= [\p{L})\]”’\"%!?;:»…] ) | (?<= [^\d\s] [.,] )"
    r" | (?<= \d [.)] ) (?= \d{1,3} \s+ \p{Lu} ) )"
)
MARK = regex.compile(
    rf"""
    {_GLUED} (?: \d{{1,3}} F )? (?P<label> \d{{1,3}} ) {_AFTER}
    | (?<= \S ) \[ (?P<label> \d{{1,3}} ) \]
    | (?<= \S\s ) \[ (?P<label> \d{{1,3}} ) \]
    | (?<= [\p{{L}}\p{{P}}] ) (?P<label> [\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{{1,3}} )
    """,
    regex.X,
)
SPACED = regex.compile(
    r"(?<= [\p{L})] [,;.:”\"»)] \s | [\p{L})] [,;.:”\"»)] ) (?P<label> \d{1,3} ) (?= \s \p{L} )",
    regex.X,
)
# Digits too many after a grouped number or a year: the last ones may be a mark.
OVERLONG = regex.compile(
    r"(?<! [\d.,] ) (?: \d{1,3}+ (?: , \d{3} )++ | (?: 19 | 20 ) \d\d ) (?P<label> \d{1,2} )"
    r" (?! [\p{L}\d%] | [.,] \d )",
    regex.X,
)
CODE = regex.compile(r"(?: ^ | [^\p{L}] ) \p{Lu}{1,8} $", regex.X)


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open a note."""

    line: int
    label: int
    start: int
    """First character of the label in the line, brackets included."""
    end: int
    """Where the note's text begins."""
    worth: float = 0.0
    marked: bool = False


def openings(lines: Sequence[Line]) -> list[Opening]:
    """Return the lines that open a note, in order; empty where nothing proves any."""
    marks = _marks(lines)
    if not marks:
        return []
    best: list[Opening] = []
    best_worth = 0.0
    for style in LABELS:
        chain = _best_chain(_weighed(list(_candidates(lines, style)), marks, lines))
        marked = sum(opening.marked for opening in chain)
        needed = 2 if style in ("dot", "alone") else 1
        worth = sum(opening.worth for opening in chain)
        if marked >= needed and marked >= MARKED_SHARE * len(chain) and worth > best_worth:
            best, best_worth = chain, worth
    return best


def _candidates(lines: Sequence[Line], style: str) -> Iterator[Opening]:
    pattern = LABELS[style]
    for i, line in enumerate(lines):
        match = pattern.match(line.text[:40]) or (style == "alone" and pattern.match(line.text))
        if not match or (style == "alone" and not _text_follows(lines, i)):
            continue
        if line.entry or line.listed or _heads_subsection(lines, i, match["label"]):
            continue
        if i and line.close and CURRENCY.search(lines[i - 1].text):
            continue
        label = int(match["label"].translate(RAISED_DIGITS))
        rest = line.text[match.end() :]
        is_value = DATE.match(rest[:40]) or SCALED.match(rest)
        if label and not shape.is_upper_case(rest) and not is_value:
            yield Opening(i, label, match.start(), match.end())


def _heads_subsection(lines: Sequence[Line], i: int, label: str) -> bool:
    """Say whether `2 Title` stands above its first subsection, `2.1 Title`."""
    return any(line.text.startswith(f"{label}.1 ") for line in lines[i + 1 : i + 1 + TITLE_LINES])


def symbol_openings(lines: Sequence[Line]) -> list[Opening]:
    """Return the lines that open a note with a sign: the sign stands glued to a word nearby.

    A sign that several lines around begin with is a bullet.
    """
    opened = {i: match for i, line in enumerate(lines) if (match := SIGN.match(line.text[:20]))}
    if not opened:
        return []
    called: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for match in SIGN_MARK.finditer(line.text):
            called[match["label"]].append(i)
    found: list[Opening] = []
    for i, match in opened.items():
        sign = match["label"]
        alone = lines[i].text == sign
        if lines[i].text.endswith(sign) and not (alone and _text_follows(lines, i)):
            continue  # the signs frame the line: a bar code, an emphasis
        around = [
            j
            for j in range(i - SIGN_LINES, i + SIGN_LINES + 1)
            if j in opened and opened[j]["label"] == sign
        ]
        places = called[sign]
        first = bisect_left(places, i - NEAR_LINES)
        if len(around) == 1 and any(
            at != i for at in places[first : bisect_left(places, i + SIGN_LINES)]
        ):
            found.append(Opening(i, 0, match.start(), match.end()))
    return found


def _text_follows(lines: Sequence[Line], i: int) -> bool:
    """Say whether the text of a note stands right below a label alone on its line."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    return (
        below is not None
        and below.gap == 0
        and shape.starts_upper(below.text)
        and shape.words(below.text) >= TEXT_WORDS
    )


def _marks(lines: Sequence[Line]) -> dict[int, list[tuple[int, float]]]:
    """Return for each label the lines on which a mark of it may stand, and what each is worth."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for i, line in enumerate(lines):
        for match in MARK.finditer(line.text):
            label = int(match["label"].translate(RAISED_DIGITS))
            code = CODE.search(line.text[max(0, match.start() - 10) : match.start()])
            found[label].append((i, HINTED if code else MARKED))
        for pattern in (SPACED, OVERLONG):
            for match in pattern.finditer(line.text):
                found[int(match["label"])].append((i, HINTED))
    for places in found.values():
        places.sort()
    return found


def _weighed(
    candidates: Sequence[Opening], marks: dict[int, list[tuple[int, float]]], lines: Sequence[Line]
) -> list[Opening]:
    at_foot = _at_foot({c.line for c in candidates}, lines)
    weighed: list[Opening] = []
    for c in candidates:
        worth = _evidence(c.line, marks.get(c.label, []), lines)
        weighed.append(
            Opening(
                c.line, c.label, c.start, c.end, worth + AT_FOOT * at_foot[c.line], worth >= FAR
            )
        )
    return weighed


def _evidence(line: int, places: Sequence[tuple[int, float]], lines: Sequence[Line]) -> float:
    """Return what the marks of a label are worth for a note; one on its own line is worth none."""
    first = bisect_left(places, (line - NEAR_LINES, 0.0))
    best = FAR if places and places[0][0] < line and places[0][1] == MARKED else UNMARKED
    for at, worth in places[first : first + 50]:
        if at > line + NEAR_LINES:
            break
        near = abs(lines[at].sheet - lines[line].sheet) <= 1
        if at != line and near:
            best = max(best, worth)
    return best


def _at_foot(starts: set[int], lines: Sequence[Line]) -> list[bool]:
    """Say for each line whether nothing but notes follows it on its sheet."""
    foot = [False] * len(lines)
    for i in range(len(lines) - 1, -1, -1):
        last = i + 1 == len(lines) or lines[i + 1].sheet != lines[i].sheet
        foot[i] = last or (foot[i + 1] and (lines[i + 1].close or i + 1 in starts))
    return foot


def _best_chain(openings: Sequence[Opening]) -> list[Opening]:
    """Return the chain of rising labels that is worth most; a label may start again from 1."""
    ending: dict[
        int, tuple[float, int]
    ] = {}  # label -> (worth of the best chain that ends with it, opening)
    before: list[int] = []
    best: tuple[float, int] = (0.0, -1)
    for i, opening in enumerate(openings):
        options = [(0.0 if opening.label == 1 else STARTS_LATE, -1)]
        if opening.label == 1 and best[1] >= 0:
            options.append((best[0] + RESTARTS, best[1]))
        for step in range(1, LOST + 2):
            if opening.label - step in ending:
                worth, at = ending[opening.label - step]
                options.append((worth + (RISES if step == 1 else SKIPS), at))
        worth, at = max(options)
        worth += opening.worth
        before.append(at)
        if worth > ending.get(opening.label, (0.0, -1))[0]:
            ending[opening.label] = (worth, i)
        best = max(best, (worth, i))
    chain: list[Opening] = []
    i = best[1]
    while i >= 0:
        chain.append(openings[i])
        i = before[i]
    return chain[::-1]
