"""Inline text made canonical: marks and debris out, white space single, offsets carried along."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from extractor.mapped import Mapped
from extractor.readers.source import Inline
from extractor.segment.draft import DraftLink, DraftMark, DraftText

RUN = regex.compile(r"(?P<blank> \s++ ) | \S++", regex.X)
UNSEEN = regex.compile(r"[\u00ad\u200b\u2060\ufeff]++")  # no width: not part of a word
URL = regex.compile(r"(?: https?:// | www\. ) [^\s<>\"“”«»|]{3,2000}+", regex.X | regex.I)
HYPHENS = "-‐"
CLOSING = frozenset(".,;:!?)]»”’")
SCRIPTS_WITHOUT_SPACES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")

Mend = Callable[[str, str], str]
"""Says what stands between two halves of a word that a line's end cut: its hyphen, or nothing."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is not part of the text: a footnote mark with its label, or debris."""

    start: int
    end: int
    label: str | None = None


@dataclass(slots=True)
class Cleaned:
    """Canonical text with what hangs on it."""

    text: DraftText
    lines: list[int]
    is_italic: bool


@dataclass(slots=True)
class _Cleaner:
    source: Mapped
    mend: Mend
    parts: list[Mapped] = field(default_factory=list)
    old: list[int] = field(default_factory=list)
    """Where in the source each part begins."""
    new: list[int] = field(default_factory=list)
    """Where in the canonical text each part begins."""
    lines: list[int] = field(default_factory=list)
    length: int = 0
    blank: tuple[int, int] | None = None
    cut_after_blank: bool = False

    def take(self, start: int, end: int) -> None:
        """Take a stretch of the source that stays."""
        for run in RUN.finditer(self.source.text, start, end):
            if run["blank"] is not None:
                self.blank = self.blank or run.span()
                self.cut_after_blank = False
            else:
                self._word(*run.span())

    def cut(self) -> None:
        """Note that something was taken out here."""
        self.cut_after_blank = True

    def _word(self, start: int, end: int) -> None:
        if self.blank is not None and self.length:
            self._space(self.blank, start)
        self.blank = None
        self.old.append(start)
        self.new.append(self.length)
        self._add(self.source[start:end])

    def _space(self, blank: tuple[int, int], after: int) -> None:
        text = self.source.text
        if self.cut_after_blank and text[after] in CLOSING:
            return  # `refugees [1].`: the space belonged to the mark
        if "\n" not in text[blank[0] : blank[1]]:
            self._add(self._one_space(*blank))
            return
        if not self._joins(after):
            self._add(self._one_space(*blank))
        self.lines.append(self.length)

    def _joins(self, after: int) -> bool:
        """Join what a line's end cut within a word; say whether no space belongs there."""
        last, following = self.parts[-1].text, self.source.text[after]
        if SCRIPTS_WITHOUT_SPACES.match(last[-1]) and SCRIPTS_WITHOUT_SPACES.match(following):
            return True
        if last[-1] not in HYPHENS or not last[-2:-1].islower() or not following.islower():
            return False
        word = regex.match(r"\w++", self.source.text, pos=after)
        half = regex.search(r"\w++ (?= [-‐] $ )", last, regex.X)
        if word and half and not self.mend(half[0], word[0]):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
        return True

    def _one_space(self, start: int, end: int) -> Mapped:
        """Return a space that stands for the blanks up to the first gap in the file."""
        source = self.source
        last = source.ends[start]
        for i in range(start + 1, end):
            if source.starts[i] != last:
                break
            last = source.ends[i]
        return Mapped.one(" ", source.starts[start], last)

    def _add(self, part: Mapped) -> None:
        self.parts.append(part)
        self.length += len(part)

    def at(self, offset: int, *, is_end: bool = False) -> int:
        """Return where an offset of the source has come to stand."""
        i = bisect_right(self.old, offset - 1 if is_end else offset) - 1
        if i < 0:
            return 0
        following = self.new[i + 1] if i + 1 < len(self.new) else self.length
        moved = self.new[i] + offset - self.old[i]
        limit = following - 1 if is_end and i + 1 < len(self.new) else following
        return min(moved, max(limit, self.new[i]))


def clean(inline: Inline, cuts: Sequence[Cut] = (), mend: Mend = lambda _a, _b: "-") -> Cleaned:
    """Return the canonical text of inline content."""
    source = inline.text
    cleaner = _Cleaner(source, mend)
    marks: list[DraftMark] = []
    at = 0
    unseen = [Cut(*match.span()) for match in UNSEEN.finditer(source.text)]
    for cut in sorted([*cuts, *unseen], key=lambda c: (c.start, c.end)):
        if cut.start < at:
            continue
        cleaner.take(at, cut.start)
        if cut.label is not None:
            glyphs = source.starts[cut.start], source.ends[cut.end - 1]
            marks.append(DraftMark(cleaner.length, cut.label, glyphs))
            cleaner.cut()
        at = cut.end
    cleaner.take(at, len(source))
    content = Mapped.concat(cleaner.parts)
    text = DraftText(
        content=content,
        marks=marks,
        links=_links(inline, cleaner, content.text),
        bold=_spans(inline.bold, cleaner),
    )
    return Cleaned(text, [at for at in cleaner.lines if at < len(content)], _is_italic(inline))


def _spans(spans: Sequence[tuple[int, int]], cleaner: _Cleaner) -> list[tuple[int, int]]:
    moved = ((cleaner.at(start), cleaner.at(end, is_end=True)) for start, end in spans)
    return [(start, end) for start, end in moved if start < end]


def _links(inline: Inline, cleaner: _Cleaner, text: str) -> list[DraftLink]:
    links = [
        DraftLink(start, end, link.url)
        for link in inline.links
        for start, end in _spans([(link.start, link.end)], cleaner)
    ]
    for match in URL.finditer(text):
        address = match[0].rstrip(".,;:!?)]’'")
        start, end = match.start(), match.start() + len(address)
        if not any(link.start < end and start < link.end for link in links):
            links.append(DraftLink(start, end, address))
    return sorted(links, key=lambda link: (link.start, link.end))


def _is_italic(inline: Inline) -> bool:
    outside = inline.text.without(inline.italic).text
    return bool(inline.italic) and not any(c.isalnum() for c in outside)
