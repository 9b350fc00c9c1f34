"""Passages: the stretches that are read as running text, cut into sentences and tokens.

A passage is a block, or all parts of one key figure (value, label, as-of line) put one after the
other with a space between.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extractor.bind.found import Found, Span
from extractor.bind.words import word_class
from extractor.data.tables import load
from schemas.figure import Zone

Range = tuple[int, int]
"""Token positions of a sentence: first, one past the last."""

WORD = r"[\p{L}\p{M}\d] (?: [\p{L}\p{M}\d’'&]++ | [\-‑/.] (?=[\p{L}\d]) )*+"
TOKEN = regex.compile(rf"(?P<word> {WORD} ) | [^\s\p{{L}}\d]", regex.X)
SENTENCE_END = regex.compile(
    r"""
    [.!?…]++ [”\"’')\]]*+
    (?= \s++ [\p{Lu}\p{Lt}\p{Lo}\d“\"‘(•\-–] | \s*+$ )
  | (?<= \s ) (?= [•●▪■◦‣➢] \s )
    """,
    regex.X,
)
OPENING, CLOSING = "([", ")]"
BRACKET = regex.compile(r"[(\[)\]]")
BOUNDARIES = frozenset(";:()[]—")
# Of a sentence: no author writes more, and for each figure a rule may walk all of it.
MAX_TOKENS, MAX_FIGURES = 500, 50


@dataclass(slots=True)
class Token:
    """A word, a punctuation mark, or a whole figure."""

    text: str
    start: int
    """In the canonical text."""
    end: int
    found: Found | None = None
    lower: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it is a word (a figure is none)."""
        return self.found is None and (self.text[0].isalpha() or len(self.text) > 1)

    @property
    def measured(self) -> Found | None:
        """The figure that it is, where that is no date or duration."""
        return None if self.found is None or self.found.is_time else self.found


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage."""

    tokens: list[Token]
    passage: int
    zone: Zone
    founds: list[Found] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """The position of the token that each of the figures is."""
    _openings: list[int] = field(default_factory=list, repr=False)
    """For each token where the bracket opens that it stands in, -1 for none; made when asked."""
    _starts: list[int] = field(default_factory=list, repr=False)

    @property
    def starts(self) -> list[int]:
        """Where its figures begin, in the canonical text."""
        if not self._starts:
            self._starts = [found.span[0] for found in self.founds]
        return self._starts

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.tokens[0].start, self.tokens[-1].end

    def position_of(self, found: Found) -> int:
        """Return the position of the token that a figure of the sentence is."""
        return self.places[self.founds.index(found)]

    def after_bracket(self, at: int) -> int:
        """Return the position after the bracket that opens at `at`; `at` where none opens."""
        if at >= len(self.tokens) or self.tokens[at].text not in OPENING:
            return at
        depth = 0
        for i in range(at, len(self.tokens)):
            text = self.tokens[i].text
            depth += (text in OPENING) - (text in CLOSING)
            if depth == 0:
                return i + 1
        return len(self.tokens)

    def bracket_of(self, at: int) -> Range | None:
        """Return the bracket that a token stands in, brackets included; None where in none."""
        if not self._openings:
            self._openings = list(_openings(self.tokens))
        opening = self._openings[at]
        return (opening, self.after_bracket(opening)) if opening >= 0 else None


def _openings(tokens: Iterable[Token]) -> Iterator[int]:
    """Yield for each token where the bracket opens that it stands in or is of, -1 for none."""
    opened = [-1]
    for i, token in enumerate(tokens):
        if token.text in OPENING:
            opened.append(i)
        yield opened[-1]
        if token.text in CLOSING and len(opened) > 1:
            opened.pop()


@dataclass(slots=True)
class Passage:
    """A stretch that is read as running text."""

    number: int
    text: str
    parts: tuple[tuple[int, int], ...]
    """Of each part: its first character here, and in the canonical text."""
    zone: Zone
    blocks: tuple[int, ...]
    breaks: tuple[int, ...] = ()
    """Where a part begins that is a sentence of its own (an as-of line)."""
    founds: list[Found] = field(default_factory=list)

    @property
    def first_measured(self) -> Found | None:
        """The first figure that is no date or duration."""
        return next((f for f in self.founds if not f.is_time), None)

    def canonical(self, at: int) -> int:
        """Return where a character of the passage stands in the canonical text."""
        here, there = self.parts[-1]
        if at < here:  # most passages have one part
            here, there = self.parts[bisect_right(self.parts, (at, 1 << 62)) - 1]
        return there + at - here

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the passage stands in the canonical text."""
        return self.canonical(start), self.canonical(end - 1) + 1

    def here(self, at: int) -> int:
        """Return where a character of the canonical text stands in the passage."""
        here, there = self.parts[bisect_right(self.parts, at, key=lambda part: part[1]) - 1]
        return here + at - there

    def sentences(self) -> list[Sentence]:
        """Return the sentences in which a figure stands, each with its tokens and figures."""
        if not self.founds:
            return []
        printed = [(*self._span_here(f), f) for f in sorted(self.founds, key=lambda f: f.span)]
        upcoming = deque(printed)
        found: list[Sentence] = []
        start = 0
        for end in sorted({*self._sentence_ends(printed), *self.breaks, len(self.text)}):
            inside: list[_Printed] = []
            while upcoming and upcoming[0][0] < end:
                inside.append(upcoming.popleft())
            if inside:
                tokens = self._tokens(start, end, inside)
                found.extend(self._sentence(piece) for piece in _pieces(tokens))
            start = max(end, inside[-1][1]) if inside else end
        return [sentence for sentence in found if sentence.founds]

    def _sentence(self, tokens: list[Token]) -> Sentence:
        placed = [(i, t.found) for i, t in enumerate(tokens) if t.found is not None]
        founds, places = [found for _, found in placed], [i for i, _ in placed]
        return Sentence(tokens, self.number, self.zone, founds, places)

    def _tokens(self, start: int, end: int, inside: Iterable["_Printed"]) -> list[Token]:
        """Return the tokens of a stretch of the passage, of which some are the given figures."""
        tokens: list[Token] = []
        for first, last, one in inside:
            tokens.extend(self._plain(start, first))
            text = self.text[first:last]
            tokens.append(Token(text, one.span[0], one.span[1], one, text.lower()))
            start = last
        tokens.extend(self._plain(start, end))
        return tokens

    def _plain(self, start: int, end: int) -> Iterator[Token]:
        if end - start == 1 and self.text[start] == " ":
            return  # as between most numbers of a list
        alone = self.canonical(0) if len(self.parts) == 1 else None  # as of most passages
        for match in TOKEN.finditer(self.text, start, end):
            text, first = match[0], match.start()
            # No token runs over two parts: a blank parts them.
            at = self.canonical(first) if alone is None else alone + first
            yield Token(text, at, at + len(text), None, text.lower())

    def _span_here(self, found: Found) -> Span:
        start, end = found.span[0], max(found.span[1], found.read_to)
        return self.here(start), self.here(end - 1) + 1

    def _sentence_ends(self, printed: Sequence["_Printed"]) -> list[int]:
        """Return where sentences end: not within a figure, a bracket or after an abbreviation."""
        starts = [start for start, _, _ in printed]
        depth_at = _depths(self.text)
        ends: list[int] = []
        for match in SENTENCE_END.finditer(self.text):
            at = match.start()
            last = bisect_right(starts, at) - 1
            in_figure = last >= 0 and at < printed[last][1]
            if not in_figure and depth_at(at) == 0 and not _is_abbreviation(self.text, at):
                ends.append(match.end())
        return ends


_Printed = tuple[int, int, Found]
"""A figure with the stretch of the passage that it stands in."""


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens in stretches of as many tokens and figures as a sentence may have."""
    start = figures = 0
    for at, token in enumerate(tokens):
        if at - start == MAX_TOKENS or figures == MAX_FIGURES:
            yield tokens[start:at]
            start, figures = at, 0
        figures += token.found is not None
    yield tokens[start:]


def _depths(text: str) -> Callable[[int], int]:
    """Return what tells how many brackets are open before a character."""
    places, depths = [-1], [0]
    for bracket in BRACKET.finditer(text):
        places.append(bracket.start())
        depths.append(max(0, depths[-1] + (1 if bracket[0] in OPENING else -1)))
    return lambda at: depths[bisect_left(places, at) - 1]


def _is_abbreviation(text: str, at: int) -> bool:
    start = at
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    word = text[start:at]
    known = load("english.toml")["sentence"]["abbreviations"]
    return word in known or (len(word) == 1 and word.isupper())


def is_boundary(token: Token) -> bool:
    """Say whether a clause ends before this token."""
    if token.found is not None:
        return False
    return token.text in BOUNDARIES or token.lower in word_class("subordinators")
