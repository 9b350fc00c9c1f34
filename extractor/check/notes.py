"""Marks, notes and sources: whether each has what it points to, once."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

import regex

from extractor.check.findings import Severity
from extractor.check.index import Index
from extractor.check.prose.sentences import words
from schemas.base import BoxPiece, Piece
from schemas.document import Footnote
from schemas.extraction import Extraction, Finding, ReadWarning

MANY = 4  # marks without a note, or notes without a mark, that are no slips any more
MOST = 0.5  # if they are that many times those that have the other
MIN_NOTE = 20  # characters of a note; a shorter one may well come twice
MAX_SOURCE = 12  # characters of a line that announces a source and names none
ORPHAN = "mark-without-note"
SIGNS = regex.compile(r"[*†‡§]++")
LEFT = regex.compile(r"(?<=[\p{Latin}\p{Cyrillic}\d)%]) [*†‡§]++ (?= [\s,.;)] | $ )", regex.X)
OPENING = regex.compile(r"(?<!\S) [*†‡§]++ (?= \s?+ [\p{L}\d])", regex.X)
APART = regex.compile(r"\S \s (?P<sign> [*†‡§]++ ) $", regex.X)
"""A sign set apart that ends a cell: a mark, though nothing shows its note: `Fees paid *`."""
POWER = regex.compile(
    r"(?: [\p{L}\d\s][-−–] | (?<![\d.,]) 10 ) ' $", regex.X
)  # ends what is before
BEHIND_NOTHING = ("after ''", "after '('")
EXPONENT = regex.compile(r"'[23]'\ for .* '(?: .*\P{L} )? \p{Greek} '$", regex.X)  # `χ²`
DUMP = "text/plain"
LISTED = regex.compile(r"\[ \d{1,3} (?: \s?[,;–-]\s? \d{1,3} )++ \]", regex.X)
"""Several marks in one pair of brackets, which stay in the text: `[9, 11-13]`."""
SAME = regex.compile(r"ibid(?:em)?|id(?:em)?|op\.? ?cit", regex.I)  # the note before, again


def notes(index: Index) -> Iterator[Finding]:
    """Yield marks without a note, notes without a mark, and notes that are there twice.

    Their codes are `orphan_marker`, `orphan_note` and `duplicate_note`.
    """
    # In a dump a mark may well be one with the number before it, or a number be taken for a mark.
    severity: Severity = "info" if index.extraction.document.media_type == DUMP else "warning"
    many = _without_the_other(index.extraction)
    yield from _orphan_markers(index.extraction, severity, many)
    yield from _left_signs(index.extraction)
    yield from _orphan_notes(index.extraction, severity, many)
    yield from _duplicates(index.extraction.footnotes)


def _orphan_notes(
    extraction: Extraction, severity: Severity, many: Container[str]
) -> Iterator[Finding]:
    """Yield the notes without a mark; as infos those of a sort of which many have none."""
    listed = set(_listed(extraction.text))
    uncalled = [note for note in extraction.footnotes if not note.references]
    signed = any(_sort_of_note(note) == "sign" for note in uncalled)
    apart = set(_apart(extraction)) if signed else set[tuple[int | None, str]]()
    for note in uncalled:
        if note.label in listed or (note.anchor.page, note.label) in apart:
            continue
        doubtful = not note.label or _sort_of_note(note) in many
        called = f"Note {note.label}" if note.label else "A note without a label"
        message = f"{called} has no mark: “{_short(note.text)}”."
        grave = "info" if doubtful else severity
        yield _found("orphan_note", grave, message, note.anchor.source[:1])


def _apart(extraction: Extraction) -> Iterator[tuple[int | None, str]]:
    """Yield the page and the sign of the one cell that ends in it, set apart.

    A sign at the end of several is no mark: grades of hotels, marks of significance.
    """
    cells = (cell for table in extraction.tables for cell in table.cells)
    ends = ((cell.anchor, APART.search(cell.text)) for cell in cells if cell.anchor is not None)
    many = Counter((anchor.page, sign["sign"]) for anchor, sign in ends if sign is not None)
    yield from (called for called, n in many.items() if n == 1)


def _listed(text: str) -> Iterator[str]:
    """Yield the labels of marks that stand together in brackets.

    >>> sorted(_listed("It fell [9, 11-13] by 2 [m] in [4]."))
    ['11', '12', '13', '9']
    """
    for match in LISTED.finditer(text):
        for run in regex.split(r"[\[\],;]", match[0]):
            ends = [int(end) for end in regex.findall(r"\d++", run)]
            yield from map(str, range(ends[0], ends[-1] + 1) if ends else ())


def _without_the_other(extraction: Extraction) -> set[str]:
    """Return the sorts of labels of which many marks have no note, or many notes no mark.

    An exception is a slip; what comes often was meant otherwise: as a reference to a list of works,
    an exponent or an index.
    """
    footnotes = extraction.footnotes
    called = Counter(_sort_of_note(note) for note in footnotes for _ in note.references)
    marked = Counter(_sort_of_note(note) for note in footnotes if note.references)
    marks = Counter(_sort_of_mark(each) for each in extraction.warnings if each.code == ORPHAN)
    notes_ = Counter(_sort_of_note(note) for note in footnotes if not note.references)
    both = ((marks, called), (notes_, marked))
    return {
        sort
        for orphans, others in both
        for sort, n in orphans.items()
        if n >= MANY and n > others[sort] * MOST
    }


def _sort_of_note(note: Footnote) -> str:
    return _sort(note.label)


def _sort(label: str) -> str:
    """Say of which sort a label is: a number, a letter or a sign."""
    first = label[:1]
    return "number" if first.isdigit() else "letter" if first.isalpha() else "sign"


def _orphan_markers(
    extraction: Extraction, severity: Severity, many: set[str]
) -> Iterator[Finding]:
    """Yield the marks without a note; of that severity, unless a note may be there all the same."""
    orphans = [each for each in extraction.warnings if each.code == ORPHAN]
    known = tuple(f"no footnote {label!r} " for label in _labels(extraction)) if orphans else ()
    # What stands behind nothing, or a bracket, may be the label of a note: `(4) Without islands`.
    labels = {_said(each) for each in orphans if each.message.endswith(BEHIND_NOTHING)}
    bracketed = _bracketed(orphans)
    orphans = [each for each in orphans if _place(each) not in bracketed]
    numbered = set(_pages_of_lists(extraction)) if orphans else set()
    # On a page a raised number or letter may be an exponent, where no note is of its sort.
    raised = {"number", "letter"} if extraction.document.provenance == "bbox" else set[str]()
    rare = many | (raised - set(map(_sort_of_note, extraction.footnotes)))
    for warning in orphans:
        if EXPONENT.search(warning.message) is not None:
            continue
        elsewhere = warning.message.startswith(known)
        read_otherwise = warning.page in numbered or _sort_of_mark(warning) in rare
        doubtful = elsewhere or _said(warning) in labels or read_otherwise or _is_power(warning)
        message = f"A mark has {warning.message.replace('footnote', 'note', 1)}"
        told = f"{message}; one of that label stands elsewhere." if elsewhere else f"{message}."
        yield _found("orphan_marker", "info" if doubtful else severity, told, warning.source)


def _bracketed(orphans: Sequence[ReadWarning]) -> set[tuple[int | None, str]]:
    """Return the marks in brackets of which one calls the other: `in all regions (4)`, `(4) Of`."""
    behind = [each for each in orphans if each.message.endswith("('")]
    opening = {_place(each) for each in behind if each.message.endswith("after '('")}
    return opening & {_place(each) for each in behind if not each.message.endswith("after '('")}


def _place(warning: ReadWarning) -> tuple[int | None, str]:
    return warning.page, _said(warning)


def _sort_of_mark(warning: ReadWarning) -> str:
    return _sort(_said(warning).partition("'")[2])


def _is_power(warning: ReadWarning) -> bool:
    """Say whether a mark stands where an exponent does: `10−`, `s−`, `1.3 × 10`."""
    return POWER.search(warning.message) is not None


def _left_signs(extraction: Extraction) -> Iterator[Finding]:
    """Yield signs behind words that nothing on their page explains, and what explains no sign.

    Nothing was found to be their note, or their mark: most likely, there is none.
    """
    if extraction.document.media_type == DUMP or SIGNS.search(extraction.text) is None:
        return
    cells = (cell.anchor for table in extraction.tables for cell in table.cells)
    blocks = [block.anchor for block in extraction.blocks if block.table_id is None]
    anchors = [a for a in (*cells, *blocks) if a is not None and SIGNS.search(a.quote) is not None]
    notes_ = {(note.anchor.page, note.label) for note in extraction.footnotes}
    opening = {(each.page, m[0]) for each in anchors for m in OPENING.finditer(each.quote)}
    left = {(each.page, m[0]) for each in anchors for m in LEFT.finditer(each.quote)}
    orphans = {(each.page, _said(each)) for each in extraction.warnings if each.code == ORPHAN}
    for anchor in anchors:
        mark, note = LEFT.search(anchor.quote), OPENING.match(anchor.quote)
        if mark is not None and (anchor.page, mark[0]) not in notes_ | opening:
            message = f"“{_short(anchor.quote)}” has a mark {mark[0]!r} and no note."
            yield _found("orphan_marker", "info", message, anchor.source[:1])
        of_mark = note is not None and (anchor.page, f"no footnote {note[0]!r}") in orphans
        if note is not None and not of_mark and (anchor.page, note[0]) not in notes_ | left:
            message = f"“{_short(anchor.quote)}” has the sign of a note, and nothing a mark."
            yield _found("orphan_note", "info", message, anchor.source[:1])


def _said(warning: ReadWarning) -> str:
    return warning.message.partition(" for the mark ")[0]


def _pages_of_lists(extraction: Extraction) -> Iterator[int]:
    """Yield the pages with numbered items; a note may well be read as one."""
    for entry in extraction.ledger.entries:
        if entry.status == "list_number":
            yield from (each.page for each in entry.source if isinstance(each, BoxPiece))


def _labels(extraction: Extraction) -> Iterator[str]:
    """Yield what labels a note, or opens a block or a cell as one does: `* Without the islands`."""
    yield from (note.label for note in extraction.footnotes)
    cells = (cell.text for table in extraction.tables for cell in table.cells)
    opened = map(SIGNS.match, (*cells, *(block.text for block in extraction.blocks)))
    yield from (sign[0] for sign in opened if sign is not None)


def _duplicates(footnotes: Sequence[Footnote]) -> Iterator[Finding]:
    by_text: defaultdict[str, list[Footnote]] = defaultdict(list)
    for note in footnotes:
        by_text[" ".join(note.text.split())].append(note)
    for text, same in by_text.items():
        if len(same) > 1 and len(text) >= MIN_NOTE:
            labels = " and ".join(note.label for note in same)
            source = tuple(piece for note in same for piece in note.anchor.source[:1])
            yield _found("duplicate_note", "info", f"Notes {labels} say the same.", source)


def sources(index: Index) -> Iterator[Finding]:
    """Yield what cites a source and names none: `source_without_document`."""
    blocks = index.extraction.blocks
    for block in blocks:
        said = block.text.strip(" :.")
        if len(said) <= MAX_SOURCE and block.anchor and words("sources").fullmatch(said):
            message = f"“{block.text}” stands alone and names no source."
            yield _found("source_without_document", "info", message, block.anchor.source[:1])
    footnotes = index.extraction.footnotes
    first = [note for note in footnotes[:1] if SAME.match(note.text)]
    for note in first:
        message = f"Note {note.label}, “{_short(note.text)}”, is the first one."
        yield _found("source_without_document", "warning", message, note.anchor.source[:1])


def _short(text: str, length: int = 60) -> str:
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} ..."


def _found(code: str, severity: Severity, message: str, source: Sequence[Piece]) -> Finding:
    return Finding(code=code, severity=severity, message=message, figures=(), source=tuple(source))
