"""Lines to text: spaces, hyphens at line ends, raised marks taken out, links and bold kept."""

from array import array
from collections.abc import Sequence

import numpy as np
import regex

from extractor.mapped import NOWHERE, Mapped, glyph_numbers
from extractor.readers.geometry import holds
from extractor.readers.source import PdfLink, Word
from extractor.segment.draft import DraftLink, DraftMark, DraftText
from extractor.segment.layout.lines import Line, glued, space
from extractor.segment.layout.profile import Vocabulary
from extractor.segment.layout.raised import MARK

HYPHENS = "-‐\u00ad"
SOFT_HYPHEN = "\u00ad"
LAST_WORD = regex.compile(r"(\p{L}++) [-‐\u00ad] $", regex.X)
LEAST_PART = 3  # letters of each part of a compound that no other place confirms
FIRST_WORD = regex.compile(r"\p{L}++")
DOTTED = ".…·"
DOTS = regex.compile(rf"[{DOTTED}]++")
MOST_DOTS = 5  # of those that lead to a page number; the rest is drawing
LEADING_DOTS = regex.compile(r"[.…·]{6,}+")
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹∗", "0123456789*")  # the asterisk of formulas too
ADDRESS = regex.compile(r"(?: https?:// | www\. ) \S* $", regex.X | regex.I)
ADDRESS_GOES_ON = regex.compile(r"[\w\-]*+ [%&=?#./~] \S*+ | [\p{L}_\-]*+ [\d_] \S*+", regex.X)
"""What a line opens with that goes on with an address: a word has none of these in it."""
ADDRESS_BROKEN = regex.compile(r"[-_.=&?%#/] $ ", regex.X)


class Writer:
    """Writes lines one after the other into a text, and one text after the other."""

    def __init__(self, vocabulary: Vocabulary, n_glyphs: int) -> None:
        self._vocabulary = vocabulary
        # A stretch of this is quicker to take than a range, which an array reads one by one.
        self._counting = array("i", np.arange(n_glyphs + 1, dtype="i").tobytes())
        self.begin()

    def begin(self, links: Sequence[PdfLink] = ()) -> "Writer":
        """Begin a text that links may lie over."""
        self._links = links
        self._parts: list[str] = []
        self._starts = glyph_numbers()
        self._ends = glyph_numbers()
        self._marks: list[DraftMark] = []
        self._spans: list[DraftLink] = []
        self._bold: list[tuple[int, int]] = []
        self._line_starts: list[int] = []
        self._tail = ""
        self._dots = 0
        return self

    def add(self, line: Line, *, skip: int = 0) -> "Writer":
        """Add a line, its first `skip` words (a bullet, a label) left out."""
        words, text = line.words[skip:], line.text
        if not words:
            return self
        if line.raised or self._links or _has_dots(text):
            self._add_by_word(words, line.raised)
        else:
            for left_out in line.words[:skip]:
                text = text[len(left_out.text) :].lstrip(" ")
            self._add_text(words, text)
        return self

    def finish(self) -> tuple[DraftText, list[int]]:
        """Return the text, and the offsets at which its second and later lines begin."""
        content = Mapped("".join(self._parts), self._starts, self._ends)
        text = DraftText(content, self._marks, self._spans, self._bold)
        return text, self._line_starts

    def _add_text(self, words: Sequence[Word], text: str) -> None:
        """Add words that nothing hangs on, and their text, which tells the spaces between them."""
        self._open_line(words[0])
        if not self._add_whole(words, text):
            begun, at = self._length, 0
            starts, ends, counting = self._starts, self._ends, self._counting
            for word in words:
                while text[at] == " ":
                    starts.append(NOWHERE)
                    ends.append(NOWHERE)
                    at += 1
                glyph, size = word.glyph, len(word.text)
                starts.extend(counting[glyph : glyph + size])
                ends.extend(counting[glyph + 1 : glyph + size + 1])
                if word.bold:
                    _extend(self._bold, begun + at, begun + at + size)
                at += size
        self._parts.append(text)
        self._tail = words[-1].text
        self._dots = 0

    def _add_whole(self, words: Sequence[Word], text: str) -> bool:
        """Add the glyphs of words that follow each other in the file, all bold or none of them.

        Nearly all lines are such, and together their glyphs take a sixth of the time. Return
        whether these are.
        """
        first = end = words[0].glyph
        bold = words[0].bold
        for word in words:
            if word.glyph != end or word.bold != bold:
                return False
            end += len(word.text)
        starts, ends = self._counting[first:end], self._counting[first + 1 : end + 1]
        at = text.find(" ")
        while at >= 0:
            starts.insert(at, NOWHERE)
            ends.insert(at, NOWHERE)
            at = text.find(" ", at + 1)
        if bold:
            _extend(self._bold, self._length, self._length + len(text))
        self._starts.extend(starts)
        self._ends.extend(ends)
        return True

    def _add_by_word(self, words: Sequence[Word], raised: frozenset[int]) -> None:
        """Add words with marks, links or leading dots among them."""
        opened = False
        for i, word in enumerate(words):
            if word.glyph in raised:
                self._mark(word)
                continue
            if not opened:
                self._open_line(word)
            elif self._dots and DOTS.fullmatch(word.text):
                pass
            elif not glued(words[i - 1], word):
                self._put_in(space(words[i - 1], word))
            self._word(word)
            opened = True

    @property
    def _length(self) -> int:
        return len(self._starts)

    def _put(self, text: str, glyph: int) -> None:
        self._parts.append(text)
        self._starts.extend(self._counting[glyph : glyph + len(text)])
        self._ends.extend(self._counting[glyph + 1 : glyph + len(text) + 1])

    def _put_in(self, text: str) -> None:
        self._parts.append(text)
        self._starts.extend([NOWHERE] * len(text))
        self._ends.extend([NOWHERE] * len(text))

    def _open_line(self, first: Word) -> None:
        if not self._length:
            return
        joint = _joint(self._tail, first.text, self._vocabulary)
        if joint < 0 and self._parts:
            self._parts[-1] = self._parts[-1][:joint]
            del self._starts[joint:], self._ends[joint:]
        elif joint > 0:
            self._put_in(" ")
        self._line_starts.append(self._length)

    def _word(self, word: Word) -> None:
        start = self._length
        for first, end in self._kept(word.text):
            self._put(word.text[first:end], word.glyph + first)
        if word.bold:
            _extend(self._bold, start, self._length)
        for link in self._links:
            if holds(link.box, word.box):
                _extend_link(self._spans, start, self._length, link.url)
                break
        self._tail = word.text

    def _kept(self, word: str) -> list[tuple[int, int]]:
        """Return what is kept of a word; of the dots that lead to a page number only the first."""
        if word[0] in DOTTED and DOTS.fullmatch(word):
            kept = min(len(word), max(0, MOST_DOTS - self._dots))
            self._dots += len(word)
            return [(0, kept)] if kept else []
        self._dots = 0
        if len(word) <= MOST_DOTS:
            return [(0, len(word))]
        pieces: list[tuple[int, int]] = []
        at = 0
        for dots in LEADING_DOTS.finditer(word):
            pieces.append((at, dots.start() + MOST_DOTS))
            at = dots.end()
        pieces.append((at, len(word)))
        return pieces

    def _mark(self, word: Word) -> None:
        found = MARK.fullmatch(word.text)
        label = found["label"] if found else word.text
        at = word.glyph + (found.start("label") if found else 0)
        for part in regex.finditer(r"[^,;\s\[\]–-]++", label):
            glyphs = (at + part.start(), at + part.end())
            self._marks.append(DraftMark(self._length, part[0].translate(PLAIN), glyphs))


def _has_dots(text: str) -> bool:
    """Whether a line's text may hold dots that lead to a page number, or that go on with some."""
    return "…" in text or "·" in text or ".." in text or " ." in text or text[0] == "."


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    if spans and spans[-1][1] >= start - 1:
        spans[-1] = spans[-1][0], end
    else:
        spans.append((start, end))


def _extend_link(links: list[DraftLink], start: int, end: int, url: str) -> None:
    if links and links[-1].url == url and links[-1].end >= start - 1:
        links[-1].end = end
    else:
        links.append(DraftLink(start, end, url))


def _joint(tail: str, head: str, vocabulary: Vocabulary) -> int:
    """Return what stands between two lines: 1 a space, 0 nothing, -1 the hyphen goes too.

    >>> cutting = Vocabulary(frozenset({"area-based"}), hyphenates=True)
    >>> _joint("inter-", "national", cutting), _joint("area-", "based", cutting)
    (-1, 0)
    >>> _joint("gender-", "based", Vocabulary(frozenset(), hyphenates=False))
    0
    """
    if tail[-1:] == SOFT_HYPHEN:
        return -1
    if ("/" in tail or "." in tail) and ADDRESS.search(tail):
        return _address(tail, head)
    if tail[-1:] in "-‐" and len(tail) > 1:
        # Spanish repeats the hyphen of a compound at the head of the next line.
        return -1 if head[:1] in "-‐" else _hyphen(tail, head, vocabulary)
    in_range = tail[-1:] == "–" and tail[-2:-1].isdigit() and head[:1].isdigit()
    return 0 if tail[-1:] == "/" or in_range else 1


def _address(tail: str, head: str) -> int:
    """Return what stands between an address at the end of a line and the next line.

    >>> _address("https://works.example.", "org/plan"), _address("https://works.example/a-", "b")
    (0, 0)
    >>> _address("https://works.example/plan.", "The"), _address("https://works.example/p", "and")
    (1, 1)
    """
    sentence_ends = tail[-1] == "." and head[:1].isupper()
    cut = ADDRESS_BROKEN.search(tail) is not None and tail[-1] != "."
    return 0 if cut or (ADDRESS_GOES_ON.fullmatch(head) and not sentence_ends) else 1


def _hyphen(tail: str, head: str, vocabulary: Vocabulary) -> int:
    last, first = LAST_WORD.search(tail), FIRST_WORD.match(head)
    if last is None or first is None:
        return 0 if tail[-2].isalnum() and head[:1].isalnum() else 1
    one, other = last[1].casefold(), first[0].casefold()
    if not first[0][0].islower() and not tail[:-1].isupper():
        return 0
    if one + other in vocabulary.words:
        return -1
    both = min(len(one), len(other)) >= LEAST_PART and {one, other} <= vocabulary.words
    compound = both or f"{one}-{other}" in vocabulary.words or not vocabulary.hyphenates
    return 0 if compound else -1
