"""What a reader made of a document otherwise than its truth, for a person to read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from pages.metrics import METRICS, Score
from pages.metrics.teds import matched
from pages.metrics.text import compared, lettered, squeezed
from pages.truth import TAIL, Part, Reading, Table


def differences(truth: Reading, read: Reading, found: Score, only: Part | None) -> str:
    """Return the scores and, part by part, what is missing (-) and what is too much (+)."""
    parts = {
        "order": _order,
        "headings": _headings,
        "tables": _tables,
        "notes": _notes,
        "captions": _captions,
        "keyfigures": _key_figures,
    }
    lines = [
        f"{name}: {tally.share:.3f}"
        for name, tally in found.items()
        if tally.share is not None and only in (None, METRICS[name])
    ]
    for part, told in parts.items():
        if part in read.gives and only in (None, part):
            lines += ["", f"## {part}", *told(truth, read)]
    return "\n".join(lines) + "\n"


def _lists(truth: Iterable[str], read: Iterable[str]) -> Iterator[str]:
    """Yield the lines of two lists of texts that differ."""
    diff = unified_diff(list(truth), list(read), "truth", "read", lineterm="", n=1)
    yield from (line for line in diff if not line.startswith(("---", "+++")))


def _sets(truth: Iterable[str], read: Iterable[str]) -> Iterator[str]:
    wanted, given = Counter(truth), Counter(read)
    yield from (f"- {text}" for text in (wanted - given).elements())
    yield from (f"+ {text}" for text in (given - wanted).elements())


def _order(truth: Reading, read: Reading) -> Iterator[str]:
    yield from _lists(map(squeezed, truth.order), map(squeezed, read.order))


def _headings(truth: Reading, read: Reading) -> Iterator[str]:
    yield f"titles: {truth.title!r} {read.title!r}"
    texts = ([f"{h.level} {squeezed(h.text)}" for h in r.headings] for r in (truth, read))
    yield from _lists(*texts)


def _tables(truth: Reading, read: Reading) -> Iterator[str]:
    pairs = matched(truth.tables, read.tables)
    for pair in pairs:
        yield f"table {pair.truth}: TEDS {pair.teds:.3f}, TEDS-S {pair.structure:.3f}"
        cells = (_cells(t) for t in (truth.tables[pair.truth], read.tables[pair.read]))
        yield from _lists(*cells)
    for at in set(range(len(truth.tables))) - {pair.truth for pair in pairs}:
        yield from (f"- table {at} not found:", *_cells(truth.tables[at])[:12])
    for at in set(range(len(read.tables))) - {pair.read for pair in pairs}:
        yield from (f"+ no table (page {read.tables[at].page}):", *_cells(read.tables[at])[:12])


def _cells(table: Table) -> list[str]:
    return [
        f"{c.row},{c.col} {c.row_span}x{c.col_span} {squeezed(c.text)}"
        for c in sorted(table.cells, key=lambda c: (c.row, c.col))
        if c.text or (c.row_span, c.col_span) != (1, 1)
    ]


def _notes(truth: Reading, read: Reading) -> Iterator[str]:
    notes = (
        [f"{n.label} | {squeezed(n.text)} | {lettered(n.text)[-9:]}" for n in r.footnotes]
        for r in (truth, read)
    )
    marks = (
        [f"mark {m.label} after {lettered(m.before)[-TAIL:]}" for m in r.marks]
        for r in (truth, read)
    )
    yield from _sets(*notes)
    yield from _sets(*marks)


def _captions(truth: Reading, read: Reading) -> Iterator[str]:
    captions = (
        [
            f"{c.kind} | {squeezed(c.text)} | credit {lettered(c.credit or '') or None} "
            f"{c.credit_year} | of {lettered(c.of or '')[:TAIL] or None}"
            for c in r.captions
        ]
        for r in (truth, read)
    )
    yield from _sets(*captions)


def _key_figures(truth: Reading, read: Reading) -> Iterator[str]:
    figures = (
        [f"{compared(k.value)} | {squeezed(k.label)}" for k in r.key_figures] for r in (truth, read)
    )
    yield from _sets(*figures)
