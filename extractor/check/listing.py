"""Findings as people and programs read them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import regex
from pydantic_core import to_json

from extractor.check.audit import ORDER
from extractor.check.audited import Audited
from extractor.check.sarif import sarif
from schemas.base import OffsetPiece
from schemas.extraction import Finding

Form = Literal["text", "json", "md", "sarif"]
NEWLINE = "\n"
# What Markdown, and what code hosts make of it, would read as markup, a formula or an address.
MARKUP = regex.compile(r"[\\`*_\[\]<>~|&$!] | : (?=//) | (?<=www) \.", regex.X | regex.I)
CALLED = regex.compile(r"[@#] (?=\w)", regex.X)  # people and issues that a code host would call
UNCALLED = "\\g<0>\N{WORD JOINER}"


def written(audits: Sequence[Audited], form: Form) -> bytes:
    """Return the findings of documents in a form, with a final newline."""
    if form in ("text", "md"):
        return "\n".join(line for each in audits for line in FORMS[form](each)).encode() + b"\n"
    records = sarif(audits) if form == "sarif" else [_record(audited) for audited in audits]
    return to_json(records, indent=1) + b"\n"


def _record(audited: Audited) -> Mapping[str, object]:
    document = audited.extraction.document
    return {
        "file": audited.name,
        "sha256": document.sha256,
        "title": document.title,
        "findings": [finding.model_dump() for finding in audited.findings],
    }


def _text(audited: Audited) -> Iterator[str]:
    """Yield a line a finding: severity, place, code, sentence, arithmetic."""
    yield f"{audited.name}: {_counts(audited.findings)}"
    place_of = _Places(audited)
    for finding in audited.findings:
        place = place_of(finding)
        yield f"  {finding.severity:8}{place:13}{finding.code}: {finding.message}"
        if finding.computed is not None:
            yield f"{'':23}{_arithmetic(finding)}"


def _markdown(audited: Audited) -> Iterator[str]:
    """Yield a table of the findings."""
    yield f"## {_cell(audited.name)}\n\n{_counts(audited.findings)}\n"
    if not audited.findings:
        return
    yield "| severity | place | check | finding | arithmetic |\n|---|---|---|---|---|"
    place_of = _Places(audited)
    for finding in audited.findings:
        cells = (
            finding.severity,
            place_of(finding),
            finding.code,
            finding.message,
            _arithmetic(finding),
        )
        yield f"| {' | '.join(map(_cell, cells))} |"


FORMS: Mapping[str, Callable[[Audited], Iterator[str]]] = {"text": _text, "md": _markdown}


def _counts(findings: Sequence[Finding]) -> str:
    counts = Counter[str](finding.severity for finding in findings)
    told = [_count(counts[each], each) for each in ORDER if counts[each]]
    return ", ".join(told) or "nothing found"


def _count(number: int, severity: str) -> str:
    return f"{number} {severity}{'s' if number > 1 and severity != 'info' else ''}"


class _Places:
    """Tells where a finding is: the page or the line of what it is about first."""

    def __init__(self, audited: Audited) -> None:
        self._pieces = audited.places
        self._text = audited.text

    def __call__(self, finding: Finding) -> str:
        pieces = [self._pieces[each][0] for each in finding.figures if each in self._pieces]
        if not (pieces or finding.source):
            return "-"
        piece = (*pieces, *finding.source)[0]
        if not isinstance(piece, OffsetPiece):
            return f"page {piece.page}"
        if self._text is None:
            return f"at {piece.start}"
        return f"line {self._text.count(NEWLINE, 0, piece.start) + 1}"


def _arithmetic(finding: Finding) -> str:
    if finding.computed is None:
        return ""
    tolerance = f", tolerance {finding.tolerance}" if finding.tolerance else ""
    return f"stated {finding.stated}, computed {finding.computed}{tolerance}"


def _cell(text: str) -> str:
    """Return a text of a document for a cell: one line, none of it markup."""
    plain = MARKUP.sub(r"\\\g<0>", " ".join(text.split())).replace("\\<", "&lt;")
    return CALLED.sub(UNCALLED, plain)
