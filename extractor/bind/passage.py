"""Passages: the stretches that are read as running text, cut into sentences and tokens.

A passage is a block, or all parts of one key figure (value, label, as-of line) put one after the other
with a space between.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

import regex

from extractor.bind.found import Found, Span
from extractor.bind.words import word_class
from extractor.entities.gazetteer import load
from schemas.figure import Zone

WORD = r"[\p{L}\p{M}\d] (?: [\p{L}\p{M}\d’'&]++ | [\-‑/.] (?=[\p{L}\d]) )*+"
TOKEN = regex.compile(rf"(?P<word> {WORD} ) | [^\s\p{{L}}\d]", regex.X)
SENTENCE_END = regex.compile(
    r"[.!?…]+ [”\"’')\]]* (?= \s+ [\p{Lu}\p{Lt}\p{Lo}\d“\"‘(•\-–] | \s*$ )", regex.X
)


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


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage."""

    tokens: list[Token]
    passage: int
    zone: Zone
    blocks: tuple[int, ...]
    founds: list[Found] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return self.tokens[0].start, self.tokens[-1].end


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

    def canonical(self, at: int) -> int:
        """Return where a character of the passage stands in the canonical text."""
        here, there = self.parts[bisect_right(self.parts, (at, 1 << 62)) - 1]
        return there + at - here

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of the passage stands in the canonical text."""
        return self.canonical(start), self.canonical(end - 1) + 1

    def here(self, at: int) -> int:
        """Return where a character of the canonical text stands in the passage."""
        starts = [there for _, there in self.parts]
        here, there = self.parts[bisect_right(starts, at) - 1]
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
            if inside:
                figures = [t.found for t in inside if t.found is not None]
                found.append(Sentence(inside, self.number, self.zone, self.blocks, figures))
        return found

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        for one in sorted(self.founds, key=lambda f: f.span):
            start, end = self.here(one.span[0]), self.here(one.span[1] - 1) + 1
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

    def _sentence_ends(self) -> list[int]:
        inside = [(self.here(f.span[0]), self.here(f.span[1] - 1) + 1) for f in self.founds]
        ends: list[int] = []
        depth_at = _depths(self.text)
        for match in SENTENCE_END.finditer(self.text):
            at = match.start()
            in_figure = any(s <= at < e for s, e in inside)
            if not in_figure and depth_at[at] == 0 and not _is_abbreviation(self.text, at):
                ends.append(match.end())
        return ends


def _depths(text: str) -> list[int]:
    depths: list[int] = []
    depth = 0
    for character in text:
        depths.append(depth)
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
    return depths


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
    return token.text in {";", ":", "(", ")", "[", "]", "—"} or token.lower in word_class(
        "subordinators"
    )
