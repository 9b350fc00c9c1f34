"""Lines joined into one text: hyphenation mended, white space made single, the way back kept."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.mapped import NOWHERE, Mapped, glyph_numbers
from extractor.segment.dump.lines import Line
from extractor.segment.dump.vocabulary import HYPHENS, SOFT, TAIL, Vocabulary, soft_inside

UNEVEN = regex.compile(r"\s{2,}+ | [^\S ]", regex.X)
URL_TAIL = regex.compile(r"(?: https?:// | www\. ) [^\s<>\"]*+ $", regex.X | regex.I)
URL_START = regex.compile(r"^ (?: https?:// | www\. )", regex.X | regex.I)
URL_MORE = regex.compile(r"^ [^\s<>\"]*? [/._%=&?#\d\-] [^\s<>\"]*+ (?: $ | \s )", regex.X)
URL_CUT = "/-_=&?%.#+~"
MIN_URL = 12  # characters of an address that a line's end may cut
URL_LOOK = 2000  # characters of a line's end that may hold an address


@dataclass(slots=True)
class Joined:
    """A text made of lines."""

    content: Mapped
    lines: list[int]
    """Offsets at which a printed line begins, the first left out."""


def _mended(mapped: Mapped, words: Vocabulary) -> Mapped:
    """Return a line's text without the hyphens of line ends that a dump left inside it."""
    text = mapped.text
    cuts = [match.start() for match in soft_inside(text)]
    if not cuts:
        return mapped
    parts: list[Mapped] = []
    at = 0
    for cut in cuts:
        parts.append(mapped[at:cut])
        if words.keeps_hyphen(text[max(0, cut - TAIL) : cut], text[cut + 1 : cut + TAIL]):
            parts.append(Mapped.put_in("-"))
        at = cut + 1
    return Mapped.concat([*parts, mapped[at:]])


def join(lines: Sequence[Line], words: Vocabulary) -> Joined:
    """Return the text of lines that are one block."""
    if len(lines) == 1:
        return Joined(_mended(one_spaced(lines[0].mapped), words), [])
    text: list[str] = []
    starts = glyph_numbers()
    ends = glyph_numbers()
    breaks: list[int] = []
    length = 0
    for i, line in enumerate(lines):
        part = _mended(one_spaced(line.mapped), words)
        if i + 1 < len(lines):
            part = _with_joint(part, line, lines[i + 1], words)
        text.append(part.text)
        starts.extend(part.starts)
        ends.extend(part.ends)
        length += len(part)
        breaks.append(length)
    # A line that is only a soft hyphen adds nothing, so that the next one is still the first.
    return Joined(Mapped("".join(text), starts, ends), [at for at in breaks[:-1] if at])


def _with_joint(part: Mapped, line: Line, after: Line, words: Vocabulary) -> Mapped:
    """Return the line's text with what joins it to the next: a space, or its hyphen, or nothing."""
    text = part.text
    if _cuts_url(text, after.text):
        return part
    hyphened = len(text) > 1 and text[-1] in HYPHENS and not text[-2].isspace()
    if text[-1] not in SOFT and (not hyphened or words.is_suspended(text[:-1], after.text)):
        return part + _space(line, after)
    kept = hyphened and words.keeps_hyphen(text[:-1], after.text)
    return part if kept else part[: len(text) - 1]


def _cuts_url(text: str, after: str) -> bool:
    match = URL_TAIL.search(text[-URL_LOOK:])
    if match is None or len(match[0]) < MIN_URL or URL_START.match(after):
        return False
    return (text[-1] in URL_CUT or URL_MORE.match(after[:URL_LOOK]) is not None) and after[
        :1
    ] not in "([•"


def _space(line: Line, after: Line) -> Mapped:
    """Return the space between two lines; it stands for the line break if that is all there is."""
    end, start = line.mapped.ends[-1], after.mapped.starts[0]
    if not after.follows(line) or NOWHERE in (end, start) or start <= end:
        return Mapped.put_in(" ")
    return Mapped.one(" ", end, start)


def one_spaced(mapped: Mapped) -> Mapped:
    """Return a stripped text with every run of white space made one space.

    Only uneven runs are touched, so that a text without any costs nothing.
    """
    text = mapped.text
    starts = glyph_numbers()
    ends = glyph_numbers()
    kept: list[str] = []
    at = 0
    for match in UNEVEN.finditer(text):
        first, last = match.span()
        kept += (text[at:first], " ")
        starts.extend(mapped.starts[at : first + 1])
        ends.extend(mapped.ends[at:first])
        ends.append(mapped.ends[last - 1])
        at = last
    if not kept:
        return mapped
    kept.append(text[at:])
    starts.extend(mapped.starts[at:])
    ends.extend(mapped.ends[at:])
    return Mapped("".join(kept), starts, ends)
