"""What a PDF would cost to read, found out before it is read; what would cost too much is cut out.

PDFium reads a page in one call that nothing can end: a stream that inflates to gigabytes, or forms
that draw each other a million times, have to be seen before. Their bytes are then overwritten, so
that every offset in the file stays right, by content that only says that something was cut.
"""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from extractor.readers.pdf.inflate import filters
from extractor.readers.pdf.marked import CUT_NAME
from extractor.readers.pdf.objects import TOO_MUCH, Objects, Stream

MOST_PAGE_BYTES = 24_000_000  # of the content of one page, forms counted as often as drawn
DRAWING_BYTES = 500  # what drawing a form costs beside its content, in bytes of content
MOST_NESTING = 50_000_000
DEEPEST_FORM = 40  # PDFium draws no deeper
DEEPEST_PARENT = 32
MOST_WAYS = 2_000_000  # through the branches of a tree of names or numbers
MOST_PAGES = 10_000
FEW_PAGES, TIMES_A_PAGE = 100, 2  # a file may show one page object at several places
STORED_BYTES = 65_535  # of one block that zlib stores as it is

_CUT = f"/{CUT_NAME} BMC 0 0 1 1 re f EMC ".encode()

_REFERENCE = regex.compile(rb"( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ R \b", regex.X)
_VALUE = (
    rb"\s*+ (?: ( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ R \b | \[ ( [^\]]*+ ) \] | << ( [^<>]*+ ) )"
)
_CONTENTS = regex.compile(rb"/Contents" + _VALUE, regex.X)
_KIDS = regex.compile(rb"/Kids" + _VALUE, regex.X)
_DRAWN = regex.compile(rb"/XObject" + _VALUE, regex.X)
_RESOURCES = regex.compile(rb"/Resources \s*+ ( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ R \b", regex.X)
_PARENT = regex.compile(rb"/Parent \s*+ ( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ R \b", regex.X)
_ENTRY = regex.compile(
    rb"/ ( [^\s/<>\[\]()]++ ) \s++ ( [0-9]{1,10}+ ) \s++ [0-9]{1,5}+ \s++ R \b", regex.X
)
_PAGE = regex.compile(rb"/Type \s*+ /Page \b", regex.X)
_PAGES = regex.compile(rb"/Type \s*+ /Pages \b", regex.X)


@dataclass(frozen=True, slots=True)
class Tame:
    """A file that can be read."""

    data: bytes
    cut: int
    """Number of streams that were cut out."""
    most_pages: int
    """How many pages it can have: a page tree may declare any number, or one page many times."""
    endless: bool
    """Whether a tree of names or numbers in it does not end: no library may look at it."""


def tame(data: bytes) -> Tame:
    """Return a PDF without what would cost too much to read."""
    objects = Objects.of(data)
    wild = _Costs(objects).wild()
    cut = [stream for number in sorted(wild) for stream in objects.streams.get(number, ())]
    return Tame(
        data=_without(data, objects, wild) if cut else data,
        cut=len(cut),
        most_pages=_most_pages(objects),
        endless=_Ways(objects).endless(),
    )


def _most_pages(objects: Objects) -> int:
    pages = {
        number
        for number, heads in objects.heads.items()
        for head in heads
        if b"/Page" in head and _PAGE.search(head)
    }
    return min(MOST_PAGES, TIMES_A_PAGE * len(pages) + FEW_PAGES if pages else MOST_PAGES)


def _without(data: bytes, objects: Objects, wild: set[int]) -> bytes:
    made = bytearray(data)
    for number in wild:
        for stream, head in zip(
            objects.streams.get(number, ()), objects.heads[number], strict=False
        ):
            made[stream.start : stream.end] = _cut(head, stream.end - stream.start)
    return bytes(made)


def _cut(head: bytes, size: int) -> bytes:
    """Return so many bytes of a stream that say that its content was cut out."""
    names = filters(head)
    if not names:
        return _CUT.ljust(size)[:size]
    if names not in ([b"FlateDecode"], [b"Fl"]):
        return bytes(size)
    content = _CUT.ljust(max(size - 11, 0))[:STORED_BYTES]
    stored = b"\x78\x01\x01" + len(content).to_bytes(2, "little")
    stored += (len(content) ^ 0xFFFF).to_bytes(2, "little") + content
    return (stored + zlib.adler32(content).to_bytes(4, "big")).ljust(size)[:size]


@dataclass(slots=True)
class _Costs:
    """What the streams of a file cost where they are drawn."""

    objects: Objects
    _known: dict[int, int] = field(default_factory=dict)
    _wild: set[int] = field(default_factory=set)

    def wild(self) -> set[int]:
        """Return the numbers of the streams that cost too much."""
        for number, streams in self.objects.streams.items():
            if any(s.size >= TOO_MUCH or s.nesting > MOST_NESTING for s in streams):
                self._wild.add(number)
        for heads in list(self.objects.heads.values()):
            for head in heads:
                # A tagged file has tens of thousands of objects, and few of them are pages.
                if b"/Contents" in head and (found := _CONTENTS.search(head)):
                    self._page(head, Counter(_references(found, self.objects)))
        return self._wild

    def _page(self, head: bytes, contents: Counter[int]) -> None:
        """Cut out the most expensive streams of a page until the rest can be read."""
        costs: Counter[int] = Counter()
        forms = self._forms(head)
        for number, times in contents.items():
            for stream in self._tame(number):
                costs[number] += times * stream.size
                for name, drawn in stream.draws.items():
                    form = forms.get(name, 0)
                    costs[form] += times * drawn * (DRAWING_BYTES + self._form(form, 1))
        total = costs.total()
        for number, cost in costs.most_common():
            if total <= MOST_PAGE_BYTES:
                return
            self._wild.add(number)
            total -= cost

    def _form(self, number: int, depth: int) -> int:
        """Return what it costs to draw a form once."""
        if number in self._known or depth > DEEPEST_FORM:
            return self._known.get(number, 0)
        # A form that draws itself draws nothing the second time.
        self._known[number] = TOO_MUCH
        cost = 0
        for stream in self._tame(number):
            forms = self._forms(*self.objects.heads[number])
            cost += stream.size
            for name, drawn in stream.draws.items():
                cost += drawn * (DRAWING_BYTES + self._form(forms.get(name, 0), depth + 1))
        self._known[number] = min(cost, TOO_MUCH)
        return self._known[number]

    def _tame(self, number: int) -> list[Stream]:
        return [] if number in self._wild else self.objects.streams.get(number, [])

    def _forms(self, *heads: bytes) -> dict[bytes, int]:
        """Return the numbers of what a page or form can draw, by name."""
        for head in heads:
            for text in self._with_parents(head):
                if found := _DRAWN.search(text):
                    inner = b" ".join(self.objects.heads.get(int(found[1] or 0), ())) or found[3]
                    return {name: int(number) for name, number in _ENTRY.findall(inner or b"")}
        return {}

    def _with_parents(self, head: bytes) -> Iterator[bytes]:
        """Yield the texts in which an object's resources may stand, its own first."""
        for _ in range(DEEPEST_PARENT):
            yield head
            if resources := _RESOURCES.search(head):
                yield from self.objects.heads.get(int(resources[1]), ())
            parent = _PARENT.search(head)
            heads = self.objects.heads.get(int(parent[1]), ()) if parent else ()
            if not heads:
                return
            head = heads[-1]


@dataclass(slots=True)
class _Ways:
    """The trees of names and numbers of a file: of labels, of targets, of tags."""

    objects: Objects
    _known: dict[int, int] = field(default_factory=dict)

    def endless(self) -> bool:
        """Whether one holds itself, or branches so often that nobody gets to its end."""
        branching = [
            number
            for number, heads in self.objects.heads.items()
            for head in heads
            if b"/Kids" in head and not _PAGES.search(head)
        ]
        return any(self._ways(number, 0) > MOST_WAYS for number in branching)

    def _ways(self, number: int, depth: int) -> int:
        if number in self._known:
            return self._known[number]
        if depth > DEEPEST_PARENT:
            return TOO_MUCH
        self._known[number] = TOO_MUCH  # while it is counted: a branch that holds itself
        ways = 0
        for head in self.objects.heads.get(number, ()):
            found = None if _PAGES.search(head) else _KIDS.search(head)
            for kid in _references(found, self.objects) if found else ():
                ways += self._ways(kid, depth + 1)
        self._known[number] = max(min(ways, TOO_MUCH), 1)
        return self._known[number]


def _references(found: "regex.Match[bytes]", objects: Objects) -> list[int]:
    """Return the objects that a value names, be it one or an array, itself named or not."""
    if found[1] is None:
        return [int(number) for number in _REFERENCE.findall(found[2] or b"")]
    number = int(found[1])
    if number in objects.streams:
        return [number]
    arrays = [head for head in objects.heads.get(number, ()) if head.lstrip().startswith(b"[")]
    listed = [int(n) for head in arrays for n in _REFERENCE.findall(head)]
    return listed if arrays else [number]
