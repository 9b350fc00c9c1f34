"""Inline Markdown: emphasis, links, escapes, entities and tags resolved, every character placed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from typing_extensions import override

from extractor.mapped import Mapped
from extractor.readers.markdown.tags import BREAKING, Tag, tag_of
from extractor.readers.source import Inline, InlineLink

AT = "at"  # key of a token's meta: where in the parsed text its markup or its text begins
AUTOLINK = "autolink"  # markup of a link token of `<https://…>`

Span = tuple[int, int]


class LabelsUnread(ParserInline):
    """An inline parser that leaves the alternative text of images unread.

    markdown-it reads it by recursion, which nested images can drive to any depth.
    """

    @override
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        return tokens


class PlacedState(StateInline):
    """The state of the inline parser, which notes for each token where it begins."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType) -> None:
        self._pending_at: int | None = None
        super().__init__(src, md, env, [])

    @override
    def append_pending(self, text: str) -> None:
        if self._pending_at is None:
            self._pending_at = self.pos
        super().append_pending(text)

    @override
    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta[AT] = self._pending_at
        self._pending_at = None
        return token

    @override
    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._pending_at = None
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        if before is not None and before.type == ttype == "text":
            # A run of `**` is pushed mark by mark while the position stays at its head.
            token.meta[AT] = max(self.pos, before.meta[AT] + len(before.content))
        else:
            token.meta[AT] = self.pos
        return token


@dataclass(frozen=True, slots=True)
class ReadInline:
    """Inline content, and the alternative texts of the pictures in it, each with its offset."""

    inline: Inline
    images: tuple[tuple[int, Inline], ...] = ()


@dataclass(slots=True)
class _Reading:
    """What the tokens have given so far."""

    source: Mapped
    parts: list[Mapped] = field(default_factory=list)
    length: int = 0
    open: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    links: list[InlineLink] = field(default_factory=list)
    images: list[tuple[int, Mapped]] = field(default_factory=list)

    def add(self, part: Mapped) -> None:
        """Append text."""
        if len(part):
            self.parts.append(part)
            self.length += len(part)

    def enter(self, style: str, url: str = "") -> None:
        """Open a style, or a link."""
        self.open.setdefault(style, []).append((self.length, url))

    def leave(self, style: str) -> None:
        """Close the innermost open style of that name; a stray end closes nothing."""
        stack = self.open.get(style)
        if not stack:
            return
        start, url = stack.pop()
        if start == self.length:
            return
        if style == "link":
            self.links.append(InlineLink(start=start, end=self.length, url=url))
        else:
            self.spans.setdefault(style, []).append((start, self.length))

    def inline(self) -> Inline:
        """Return the inline content."""
        for style in list(self.open):
            while self.open[style]:
                self.leave(style)
        return Inline(
            text=Mapped.concat(self.parts),
            links=tuple(sorted(self.links, key=lambda link: (link.start, link.end))),
            bold=merged(self.spans.get("bold", ())),
            italic=merged(self.spans.get("italic", ())),
            superscript=merged(self.spans.get("superscript", ())),
        )


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that overlap or touch made one.

    >>> merged([(4, 9), (0, 2), (5, 6)])
    ((0, 2), (4, 9))
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def read_inline(md: MarkdownIt, env: EnvType, source: Mapped) -> ReadInline:
    """Return what a stretch of Markdown says, each character with the place it was read from."""
    reading = _Reading(source)
    for token in _tokens(md, env, source.text):
        _READ.get(token.type, _nothing)(reading, token)
    images = tuple((at, read_inline(md, env, alt).inline) for at, alt in reading.images)
    return ReadInline(reading.inline(), images)


def _tokens(md: MarkdownIt, env: EnvType, text: str) -> list[Token]:
    state = PlacedState(text, md, env)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    # The text of `<https://…>` is read from the file with its opening; this one is rewritten.
    rewritten = {id(b) for a, b in pairwise(state.tokens) if a.markup == AUTOLINK and a.nesting > 0}
    return [token for token in state.tokens if id(token) not in rewritten]


def _nothing(_reading: _Reading, _token: Token) -> None:
    """A token that says nothing of the text."""


def _read_text(reading: _Reading, token: Token) -> None:
    at = token.meta[AT]
    reading.add(reading.source[at : at + len(token.content)])


def _read_special(reading: _Reading, token: Token) -> None:
    """An escape or an entity: what it stands for, read from all of it."""
    at, end = token.meta[AT], token.meta[AT] + len(token.markup)
    source = reading.source
    if token.content == token.markup:
        reading.add(source[at:end])
        return
    for character in token.content:
        reading.add(Mapped.one(character, source.starts[at], source.ends[end - 1]))


def _read_break(reading: _Reading, token: Token) -> None:
    source = reading.source
    left = token.meta[AT]
    right = source.text.index("\n", left) + 1
    read_up_to = reading.parts[-1].ends[-1] if reading.length else 0
    while left and source.text[left - 1] in " \t" and source.starts[left - 1] >= read_up_to:
        left -= 1
    while right < len(source) and source.text[right] in " \t":
        right += 1
    end = source.starts[right] if right < len(source) else source.ends[right - 1]
    reading.add(Mapped.one("\n", source.starts[left], max(end, source.ends[right - 1])))


def _read_code(reading: _Reading, token: Token) -> None:
    at = token.meta[AT] + len(token.markup)
    flat = reading.source.text[at : at + len(token.content)].replace("\n", " ")
    if flat != token.content:
        at += 1  # one space at each end is markup
    reading.add(reading.source[at : at + len(token.content)])


def _read_image(reading: _Reading, token: Token) -> None:
    at = token.meta[AT] + len("![")
    reading.images.append((reading.length, reading.source[at : at + len(token.content)]))


def _open_link(reading: _Reading, token: Token) -> None:
    url = str(token.attrs.get("href", ""))
    reading.enter("link", url)
    if token.markup == AUTOLINK:
        at = token.meta[AT] + 1
        reading.add(reading.source[at : reading.source.text.index(">", at)])


def _read_tag(reading: _Reading, token: Token) -> None:
    tag = tag_of(token.content)
    if tag is None:
        return
    style = _TAG_STYLES.get(tag.name)
    if style is not None and tag.closes:
        reading.leave(style)
    elif style is not None:
        reading.enter(style, tag.attribute("href"))
    elif tag.name in BREAKING:
        _break_at_tag(reading, token, tag)


def _break_at_tag(reading: _Reading, token: Token, tag: Tag) -> None:
    """A tag that ends a line stands for a newline, unless nothing or a newline is before it."""
    is_line = tag.name == "br" or (reading.length and not reading.parts[-1].text.endswith("\n"))
    if is_line:
        at, end = token.meta[AT], token.meta[AT] + len(token.content)
        reading.add(Mapped.one("\n", reading.source.starts[at], reading.source.ends[end - 1]))


_TAG_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "sup": "superscript",
    "a": "link",
}

_READ: dict[str, Callable[[_Reading, Token], None]] = {
    "text": _read_text,
    "text_special": _read_special,
    "softbreak": _read_break,
    "hardbreak": _read_break,
    "code_inline": _read_code,
    "image": _read_image,
    "html_inline": _read_tag,
    "link_open": _open_link,
    "link_close": lambda reading, _token: reading.leave("link"),
    "strong_open": lambda reading, _token: reading.enter("bold"),
    "strong_close": lambda reading, _token: reading.leave("bold"),
    "em_open": lambda reading, _token: reading.enter("italic"),
    "em_close": lambda reading, _token: reading.leave("italic"),
}
