"""Passages: the stretches that are read as running text, cut into sentences and tokens.

A passage is a block, or all parts of one key figure (value, label, as-of line) put one after the
other with a space between.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

import regex

from extractor.bind.found import Found, Span
from extractor.bind.words import word_class
from extractor.entities.gazetteer import load
from schemas.figure import Zone

Range = tuple[int, int]
"""Token positions of a sentence: first, one past the last."""

WORD = r"[\p{L}\p{M}\d] (?: [\p{L}\p{M}\d’'&]++ | [\-‑/.] (?=[\p{L}\d]) )*+"
TOKEN = regex.compile(rf"(?P<word> {WORD} ) | [^\s\p{{L}}\d]", regex.X)
SENTENCE_END = regex.compile(
    r"""
    [.!?…]++ [”\"’')\]]*+
    (?= \s++ [\p{Lu}\p{Lt}\p{Lo}\d“\"‘(•\-–] | \s*+$ )
    """,
    regex.X,
)
OPENING, CLOSING = "([", ")]"
BOUNDARIES = frozenset(";:()[]—")
MAX_TOKENS = 500  # of a sentence: no author writes longer ones, and a rule may walk all of it


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

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.tokens[0].start, self.tokens[-1].end

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
        depth = 0
        for i in range(at, -1, -1):
            text = self.tokens[i].text
            if text in CLOSING and i != at:
                depth += 1
            elif text in OPENING:
                if depth == 0:
                    return i, self.after_bracket(i)
                depth -= 1
        return None


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
        """Return the sentences of the passage, each with its tokens and figures."""
        tokens = self._tokens()
        found: list[Sentence] = []
        at = 0
        for end in sorted({*self._sentence_ends(), *self.breaks, len(self.text)}):
            inside: list[Token] = []
            while at < len(tokens) and tokens[at].start < self.canonical(end - 1) + 1:
                inside.append(tokens[at])
                at += 1
            firsts = range(0, len(inside), MAX_TOKENS)
            found.extend(self._sentence(inside[i : i + MAX_TOKENS]) for i in firsts)
        return found

    def _sentence(self, tokens: list[Token]) -> Sentence:
        founds = [t.found for t in tokens if t.found is not None]
        return Sentence(tokens, self.number, self.zone, founds)

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        for one in sorted(self.founds, key=lambda f: f.span):
            start, end = self._span_here(one)
            tokens.extend(self._plain(at, start))
            text = self.text[start:end]
            tokens.append(Token(text, one.span[0], one.span[1], one, text.lower()))
            at = end
        tokens.extend(self._plain(at, len(self.text)))
        return tokens

    def _plain(self, start: int, end: int) -> list[Token]:
        return [
            Token(m[0], *self.span(*m.span()), None, m[0].lower())
            for m in TOKEN.finditer(self.text, start, end)
        ]

    def _span_here(self, found: Found) -> Span:
        start, end = found.span
        return self.here(start), self.here(end - 1) + 1

    def _sentence_ends(self) -> list[int]:
        """Return where sentences end: not within a figure, a bracket or after an abbreviation."""
        inside = sorted(self._span_here(f) for f in self.founds)
        depths = _depths(self.text)
        ends: list[int] = []
        for match in SENTENCE_END.finditer(self.text):
            at = match.start()
            last = bisect_right(inside, (at, len(self.text))) - 1
            in_figure = last >= 0 and at < inside[last][1]
            if not in_figure and depths[at] == 0 and not _is_abbreviation(self.text, at):
                ends.append(match.end())
        return ends


def _depths(text: str) -> list[int]:
    """Return for each character how many brackets are open before it."""
    steps = ((character in OPENING) - (character in CLOSING) for character in text)
    return list(accumulate(steps, lambda depth, step: max(0, depth + step), initial=0))


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
