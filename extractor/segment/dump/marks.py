"""Footnote marks glued into the text: found by the document's own labels, in rising order.

Each note takes at most one place. Of all places where its label could be a mark, those are chosen
that keep the order of the notes and are worth most together; so a real number is taken for a mark
only where a mark must be.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.segment.draft import DraftMark, DraftText, GlyphSpan
from extractor.segment.dump.labels import CODE, RAISED_DIGITS, SIGN_MARK

_RAISED = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]"
_AFTER = r"(?! [\p{L}\d%] | [.,] \d )"
PLACES: tuple[tuple[str, float, "regex.Pattern[str]"], ...] = (
    # `14F` is what a text field of the mark leaves in some dumps
    (
        "field",
        5.0,
        regex.compile(
            rf"(?<= [\p{{L}}\p{{P}}] ) (?P<residue> \d{{1,3}} F ) (?P<label> \d{{1,3}} ) {_AFTER}",
            regex.X,
        ),
    ),
    (
        "raised",
        4.5,
        regex.compile(rf"(?<= [\p{{L}}\p{{P}}\d] ) (?P<label> {_RAISED}{{1,3}} )", regex.X),
    ),
    ("bracket", 4.0, regex.compile(r"(?P<open> \[ ) (?P<label> \d{1,3} ) \]", regex.X)),
    ("word", 3.0, regex.compile(rf"(?<= \p{{L}} ) (?P<label> \d{{1,3}} ) {_AFTER}", regex.X)),
    (
        "clause",
        3.0,
        regex.compile(
            r"(?: (?<= [)\]”’\"%!?;:»…] ) | (?<= [^\d\s] [.,] ) | (?<= \d{4} [.,] ) )"
            rf" (?P<label> \d{{1,3}} ) {_AFTER}",
            regex.X,
        ),
    ),
    (
        "number",
        1.5,
        regex.compile(
            r"(?<! [\d.,] ) \d{1,3}+ (?: , \d{3} )++ (?P<label> \d{1,2} ) (?! [\d%] | [.,] \d )",
            regex.X,
        ),
    ),
    (
        "year",
        1.0,
        regex.compile(
            r"(?<! [\d.,] ) (?: 19 | 20 ) \d\d (?P<label> \d{1,2} ) (?! [\p{L}\d%] | [.,] \d )",
            regex.X,
        ),
    ),
    (
        "spaced",
        1.0,
        regex.compile(
            r"(?<= [\p{L})\d%] [,;.:”\"»)] ) [ ] (?P<label> \d{1,3} ) (?= [ ] \p{L} | $ )", regex.X
        ),
    ),
)
# After these a spaced number counts something: `, 14 people`, `. 12 per cent`.
COUNTED = regex.compile(
    r"[ ] (?: \p{L}++ (?<= s ) | per | million | billion | thousand | people | children | women"
    r" | men | percent | \p{Lu}\p{Ll}++ [ ] \d{4} ) \b",
    regex.X,
)
# Glued to the end of a sentence stands no number, whether the note is in the text or not ...
AT_SENTENCE = regex.compile(
    r"(?<= \p{Ll}{4} [.!?] | \p{Ll}{4} [.!?] [”\"’»)] ) (?P<label> \d{1,3} ) (?= \s \p{Lu} | $ )",
    regex.X,
)
# ... after a comma one may, where a space is missing: there the labels around must rise with it.
AT_CLAUSE = regex.compile(
    r"(?<= \p{Ll}{4} [,;:] | \p{Ll}{4} [,;:] [”\"’»)] ) (?P<label> \d{1,3} ) (?= \s | $ )", regex.X
)
SAME_SHEET, NEXT_SHEET = 2.0, 1.0
FAR_SPACED = ("spaced", "year")
CLOSEST = 3  # notes of one label that a place is tried for


@dataclass(frozen=True, slots=True)
class Called:
    """A note, as its marks know it."""

    label: str
    sheets: frozenset[int]


@dataclass(slots=True)
class Marked:
    """A text in which marks may stand."""

    text: DraftText
    sheets: frozenset[int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark may stand."""

    text: int
    start: int
    """Of what is taken out of the text."""
    label_start: int
    end: int
    label: str
    worth: float
    kind: str


def take_out(texts: Sequence[Marked], notes: Sequence[Called]) -> list[GlyphSpan]:
    """Take the marks out of the texts, each where it stood; return the residue left over."""
    chosen = _chosen(texts, notes)
    by_text: dict[int, list[Place]] = defaultdict(list)
    for place in chosen:
        by_text[place.text].append(place)
    residue: list[GlyphSpan] = []
    for index, marked in enumerate(texts):
        own = by_text.get(index, [])
        own += _signs(index, marked, notes)
        own = sorted(
            [*own, *_dangling(index, marked.text.content.text, own)], key=lambda p: p.start
        )
        if own:
            residue += _cut(marked.text, own)
    return residue


def _signs(index: int, marked: Marked, notes: Sequence[Called]) -> Iterator[Place]:
    """Give the marks that are signs: every place of a sign whose note stands near."""
    text = marked.text.content.text
    signs = {note.label for note in notes if not note.label.isdigit() and _is_near(note, marked)}
    for match in SIGN_MARK.finditer(text) if signs else ():
        if match["label"] in signs:
            at = match.start("label")
            yield Place(index, at, at, match.end(), match["label"], 0.0, "sign")


def _is_near(note: Called, marked: Marked) -> bool:
    return any(abs(a - b) <= 1 for a in note.sheets for b in marked.sheets)


def _dangling(index: int, text: str, taken: Sequence[Place]) -> Iterator[Place]:
    """Give marks that no note answers."""
    spans = {place.label_start for place in taken}
    sure = [match for match in AT_SENTENCE.finditer(text) if match.start() not in spans]
    labels = {int(match["label"]) for match in sure} | {
        int(place.label) for place in taken if place.label.isdigit()
    }
    doubtful = [match for match in AT_CLAUSE.finditer(text) if match.start() not in spans]
    sure += [
        match for match in doubtful if labels & {int(match["label"]) - 1, int(match["label"]) + 1}
    ]
    for match in sure:
        yield Place(
            index, match.start(), match.start(), match.end(), match["label"], 0.0, "dangling"
        )


# --- choosing ---------------------------------------------------------------------------


def _chosen(texts: Sequence[Marked], notes: Sequence[Called]) -> list[Place]:
    by_label: dict[str, list[int]] = defaultdict(list)
    for i, note in enumerate(notes):
        by_label[note.label].append(i)
    options: list[tuple[Place, int, float]] = []
    if not any(note.label.isdigit() for note in notes):
        return []
    first_sheets = {
        label: [min(notes[i].sheets, default=0) for i in at] for label, at in by_label.items()
    }
    for index, marked in enumerate(texts):
        for place in _places(index, marked.text.content.text, by_label):
            same = by_label[place.label]
            at = bisect_left(first_sheets[place.label], min(marked.sheets, default=0))
            near = same[max(0, at - CLOSEST) : at + CLOSEST]
            options += _for_notes(place, marked, near, notes)
    return _best_rising(options, len(notes))


def _places(index: int, text: str, labels: dict[str, list[int]]) -> list[Place]:
    found: dict[int, Place] = {}
    for kind, worth, pattern in PLACES:
        for match in pattern.finditer(text):
            label = match["label"].translate(RAISED_DIGITS)
            at = match.start("label")
            if (
                label not in labels
                or at in found
                or (kind == "spaced" and COUNTED.match(text, match.end()))
            ):
                continue
            start, end = match.span() if kind == "bracket" else (at, match.end("label"))
            if kind == "field":
                start = match.start("residue")
            code = kind == "word" and CODE.search(text[max(0, at - 10) : at])
            found[at] = Place(index, start, at, end, label, 0.8 if code else worth, kind)
    return sorted(found.values(), key=lambda place: place.label_start)


def _for_notes(
    place: Place, marked: Marked, same_label: Sequence[int], notes: Sequence[Called]
) -> list[tuple[Place, int, float]]:
    """Return the notes a place may call, and what each pair is worth."""
    first, last = min(marked.sheets, default=0), max(marked.sheets, default=0)
    found: list[tuple[Place, int, float]] = []
    for i in same_label:
        low, high = min(notes[i].sheets, default=0), max(notes[i].sheets, default=0)
        distance = max(low - last, first - high, 0)
        if distance > 1 and (len(same_label) > 1 or place.kind in FAR_SPACED):
            continue
        near = SAME_SHEET if distance == 0 else NEXT_SHEET if distance == 1 else 0.0
        found.append((place, i, place.worth + near))
    return found


def _best_rising(options: Sequence[tuple[Place, int, float]], n_notes: int) -> list[Place]:
    """Return the places of greatest worth together whose notes rise through the text."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * (n_notes + 1)  # Fenwick tree of (worth, option)
    before: list[int] = []
    best: tuple[float, int] = (0.0, -1)
    at_same: list[tuple[int, tuple[float, int]]] = []
    last_place: Place | None = None
    for i, (place, note, worth) in enumerate(options):
        if (
            place is not last_place
        ):  # a place may call one note only: enter those of the last place now
            _enter_all(tree, at_same)
            at_same, last_place = [], place
        reached = _best_below(tree, note)
        before.append(reached[1])
        at_same.append((note, (reached[0] + worth, i)))
        best = max(best, (reached[0] + worth, i))
    chosen: list[Place] = []
    i = best[1]
    while i >= 0:
        chosen.append(options[i][0])
        i = before[i]
    return chosen[::-1]


def _enter_all(
    tree: list[tuple[float, int]], entries: Sequence[tuple[int, tuple[float, int]]]
) -> None:
    for note, reached in entries:
        at = note + 1
        while at < len(tree):
            tree[at] = max(tree[at], reached)
            at += at & -at


def _best_below(tree: Sequence[tuple[float, int]], note: int) -> tuple[float, int]:
    best: tuple[float, int] = (0.0, -1)
    at = note
    while at > 0:
        best = max(best, tree[at])
        at -= at & -at
    return best


# --- cutting ----------------------------------------------------------------------------


def _cut(text: DraftText, places: Sequence[Place]) -> list[GlyphSpan]:
    """Take places out of a text; return the glyphs that are neither text nor mark."""
    content = text.content
    residue: list[GlyphSpan] = []
    spans: list[tuple[int, int]] = []
    dropped = 0
    for place in places:
        start = place.start - (1 if _space_goes(content.text, place) else 0)
        if spans and start < spans[-1][1]:
            continue
        if place.kind == "field":
            residue.append((content.starts[place.start], content.ends[place.label_start - 1]))
        first = place.start if place.kind == "bracket" else place.label_start
        text.marks.append(
            DraftMark(
                start - dropped, place.label, (content.starts[first], content.ends[place.end - 1])
            )
        )
        spans.append((start, place.end))
        dropped += place.end - start
    text.content = content.without(spans)
    _shift(text, spans)
    return residue


def _space_goes(text: str, place: Place) -> bool:
    """Say whether the space before a mark goes with it."""
    if place.start == 0 or text[place.start - 1] != " ":
        return False
    return place.end >= len(text) or not text[place.end].isalnum()


def _shift(text: DraftText, spans: Sequence[tuple[int, int]]) -> None:
    """Move the offsets of printed lines to the text without the spans."""
    lines: list[int] = getattr(text, "lines", [])
    for i, at in enumerate(lines):
        lines[i] = at - sum(min(end, at) - start for start, end in spans if start < at)
