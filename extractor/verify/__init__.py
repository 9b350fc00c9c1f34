"""Verification: every anchor of an extraction is proved against the bytes of its source.

The proofs of the places ask only the reader which characters the file holds and where; for the
values the whole document is read again.
"""

from collections.abc import Iterator
from pathlib import Path

from extractor.given import find_source
from extractor.pipeline import of_source
from extractor.readers import read
from extractor.readers.options import ReadOptions
from extractor.readers.source import PdfSource, Source
from extractor.stored import load_extraction
from extractor.verify.again import differing
from extractor.verify.boxes import Glyphs
from extractor.verify.claims import claims, figure_name, marks
from extractor.verify.failure import Failure
from extractor.verify.proofs import Standing, another_document, characters, told_of_itself
from extractor.verify.second import SecondEngine
from extractor.verify.values import misread, moved
from extractor.verify.verdict import Verdict
from schemas.extraction import Extraction, Role

__all__ = ["Verdict", "verify"]


def verify(path: Path, *, source: Path | None = None, password: str | None = None) -> Verdict:
    """Prove an extraction, as `extract` wrote it to a file, against its source.

    Raises:
        UnreadableSourceError: The extraction or its source cannot be read; the message names it.
        UsageError: The source is not told and not beside the extraction, or an extra is missing.
    """
    given = load_extraction(path)
    file = source or find_source(path, given.document.sha256)
    there = read(file, **_options(given, password))
    changed = there.sha256 != given.document.sha256
    failures = list(another_document(given.document, there))
    standing = Standing(characters(there, given))
    row = standing.source.row if isinstance(standing.source, Glyphs) else None
    second = SecondEngine(file, password, list(marks(given)), _hiding(there), row)
    failures += _of_places(given, there, standing, second)
    again = of_source(there, model=_name(given, "names") is not None).extraction()
    stood = [one for one in given.figures if figure_name(one) not in standing.fallen]
    fallen = [one for one in given.figures if figure_name(one) in standing.fallen]
    failures += misread(stood, again)
    if not changed and given.engine == again.engine:
        # What no other proof has named.
        named = {failure.what for failure in failures}
        failures += (one for one in differing(given, again) if one.what not in named)
    return Verdict(
        extraction=path,
        source=file,
        sha256=there.sha256,
        changed=changed,
        anchors=standing.anchors,
        standing=standing.standing,
        figures=len(given.figures),
        failures=tuple(failures),
        notes=tuple(_notes(given, again, second)),
        moved=moved(given.figures, fallen, again) if changed else {},
    )


def _of_places(
    given: Extraction, source: Source, standing: Standing, second: SecondEngine
) -> Iterator[Failure]:
    """Yield what fails of the text by itself, and of where it is printed."""
    claimed = list(claims(given))
    yield from told_of_itself(given, claimed)
    yield from standing.failures(given, claimed)
    if isinstance(source, PdfSource):
        stood = [one for one in given.figures if figure_name(one) not in standing.fallen]
        yield from second.failures(stood)


def _hiding(source: Source) -> frozenset[int]:
    """Return the pages with characters that cannot be seen."""
    found = (one for one in source.warnings if one.code == "invisible-text")
    return frozenset(one.page for one in found if one.page is not None)


def _options(given: Extraction, password: str | None) -> ReadOptions:
    """Return how the source was read, which it is read by again."""
    return ReadOptions(
        password=password,
        ocr=any(page.ocr for page in given.document.pages),
        engine="pdfplumber" if _name(given, "characters") == "pdfplumber" else "pdfium",
        cross_check=any(finding.code == "engines-disagree" for finding in given.findings),
    )


def _name(given: Extraction, role: Role) -> str | None:
    """Return what had a role in reading the document; None for nothing."""
    return next((one.name for one in given.engine if one.role == role), None)


def _notes(given: Extraction, again: Extraction, second: SecondEngine) -> Iterator[str]:
    if given.engine != again.engine:
        ours, theirs = _versions(given), _versions(again)
        yield f"read by {ours}, verified by {theirs}: only figures were compared with a new reading"
    if second.unread:
        pages = ", ".join(map(str, second.unread))
        yield f"pdfplumber cannot read page {pages}: figures there are proved by PDFium alone"
    if second.elsewhere:
        pages = ", ".join(map(str, sorted(second.elsewhere)))
        yield f"pdfplumber puts digits elsewhere on their lines on page {pages}, in the same order"
    if second.missed:
        pages = ", ".join(map(str, sorted(second.missed)))
        yield f"pdfplumber reads nothing of some figures on page {pages}: PDFium alone proves them"
    if second.covered:
        pages = ", ".join(map(str, sorted(second.covered)))
        yield f"pdfplumber finds more digits on page {pages}, which cannot be seen there"


def _versions(extraction: Extraction) -> str:
    return ", ".join(f"{one.name} {one.version}" for one in extraction.engine)
