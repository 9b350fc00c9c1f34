"""The objects of a PDF as they stand in the file, before any library makes something of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from extractor.readers.pdf.inflate import TooMuchError, inflated, unescaped

MOST_STREAM_BYTES = 64_000_000  # of one stream once its filters are undone
MOST_PIXELS = 400_000_000  # of a picture
MOST_HELD = 1_000_000  # objects in one stream of objects
TOO_MUCH = 1 << 62
FEW_MARKS, SHORTEST_MARK = 2_000, 3  # the bytes of one

_OBJECT = regex.compile(rb"(?<![0-9]) ( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ obj", regex.X)
_HEAD_END = regex.compile(rb"endobj | stream \r? \n", regex.X)
_LENGTH = regex.compile(rb"/Length \s++ ( [0-9]{1,12}+ ) (?! \s++ [0-9]++ \s++ R )", regex.X)
_FIRST = regex.compile(rb"/First \s++ ( [0-9]{1,9}+ )", regex.X)
_DRAW = regex.compile(rb"/ ( [^\s/<>\[\]()]++ ) \s++ Do \b", regex.X)
_MARK = regex.compile(rb"\b (?: BDC | BMC | EMC ) \b", regex.X)
_NUMBER = regex.compile(rb"[0-9]{1,10}+")
_SIDES = regex.compile(rb"/ (?: Width | Height ) \s++ ( [0-9]{1,10}+ )", regex.X)
_PICTURE = regex.compile(rb"/Subtype \s*+ /Image \b", regex.X)


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a stream's bytes stand in the file, and what they hold."""

    start: int
    end: int
    size: int
    """Bytes that it holds once its filters are undone; TOO_MUCH where that is not found out."""
    draws: Counter[bytes]
    """The names of what it draws, if it is content of a page or form, and how often."""
    nesting: int
    """How deep marks stand in each other in it, times their number."""


@dataclass(slots=True)
class Objects:
    """The objects of a file by number: their text without streams, and the streams.

    A number that the file uses several times, as files do that were changed by appending, keeps
    every version; which one counts is not known here.
    """

    heads: dict[int, list[bytes]] = field(default_factory=dict)
    streams: dict[int, list[Stream]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> "Objects":
        """Return the objects of a file, those in streams of objects too."""
        objects = cls()
        for number, head, start, end in _raw(data):
            objects.heads.setdefault(number, []).append(head)
            if start == end:
                continue
            content = _content(head, data[start:end])
            objects.streams.setdefault(number, []).append(_stream(start, end, content))
            if b"/ObjStm" in head and content:
                for held, text in _held(head, content):
                    objects.heads.setdefault(held, []).append(text)
        return objects


def _raw(data: bytes) -> Iterator[tuple[int, bytes, int, int]]:
    """Yield every object: its number, its text, and from where to where its stream runs."""
    at = 0
    while found := _OBJECT.search(data, at):
        head_end = _HEAD_END.search(data, found.end())
        stop = head_end.start() if head_end else len(data)
        head = unescaped(data[found.end() : stop])
        start = end = at = head_end.end() if head_end else stop
        if head_end and head_end[0] != b"endobj":
            end = at = _stream_end(head, data, start)
        yield int(found[1]), head, start, end


def _stream_end(head: bytes, data: bytes, start: int) -> int:
    """Return where a stream ends: where it says, unless its end mark stands elsewhere."""
    length = _LENGTH.search(head)
    if length:
        end = start + int(length[1])
        if b"endstream" in data[end : end + 20]:
            return end
    end = data.find(b"endstream", start)
    return end if end >= 0 else len(data)


def _stream(start: int, end: int, content: bytes | None) -> Stream:
    if content is None:
        return Stream(start, end, TOO_MUCH, Counter(), 0)
    draws = _draws(content)
    marks = deepest = depth = 0
    if len(content) > FEW_MARKS * SHORTEST_MARK:
        marks = content.count(b"BDC") + content.count(b"BMC")
    if marks > FEW_MARKS:
        for found in _MARK.finditer(content):
            depth = max(depth - 1, 0) if found[0] == b"EMC" else depth + 1
            deepest = max(deepest, depth)
    return Stream(start, end, len(content), draws, deepest * marks)


def _draws(content: bytes) -> Counter[bytes]:
    r"""Return what a stream draws: it has hundreds of names, few of them before a `Do`.

    >>> sorted(_draws(b"/Do Do /A\n Do q /B 1 Tf /C Dog /A Do").items())
    [(b'A', 2), (b'Do', 1)]
    """
    draws, low, at = Counter[bytes](), 0, content.find(b"Do")
    while at >= 0:
        slash = content.rfind(b"/", low, at)
        found = _DRAW.match(content, slash) if slash >= 0 else None
        if found:
            draws[found[1]] += 1
        low = found.end() if found else at + 2
        at = content.find(b"Do", low)
    return draws


def _content(head: bytes, raw: bytes) -> bytes | None:
    if _PICTURE.search(head):
        pixels = 1
        for side in _SIDES.findall(head)[:2]:
            pixels *= int(side)
        return b"" if pixels <= MOST_PIXELS else None
    try:
        return inflated(head, raw, MOST_STREAM_BYTES)
    except TooMuchError:
        return None


def _held(head: bytes, content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects in a stream of objects."""
    first = _FIRST.search(head)
    if not first:
        return
    offset = int(first[1])
    numbers = [int(n) for n in _NUMBER.findall(content, 0, offset)[: 2 * MOST_HELD]]
    starts = [offset + start for start in numbers[1::2]]
    ends = [*starts[1:], len(content)]
    read = unescaped if b"#" in content else bytes
    for number, start, end in zip(numbers[::2], starts, ends, strict=False):
        yield number, read(content[start:end])
