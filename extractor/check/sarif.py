"""Findings as SARIF 2.1.0, which code hosts and editors show at their place."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.check.audited import Audited
from extractor.data.tables import load
from schemas.base import OffsetPiece, Piece
from schemas.extraction import Finding

Json = dict[str, Any]

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
AGREES = ("corroborated",)  # findings that nothing is wrong
NEWLINE, BETWEEN = "\n", "\x1f"
FINGERPRINT = "figures/v1"


def sarif(audits: Sequence[Audited]) -> Json:
    """Return the findings of documents as one run of this program."""
    codes = sorted({finding.code for audited in audits for finding in audited.findings})
    engine = audits[0].extraction.engine[0]
    driver = {"name": engine.name, "version": engine.version, "rules": [*map(_rule, codes)]}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(audited) for audited in audits],
                "results": [
                    _result(audited, finding, index=(at, codes.index(finding.code)))
                    for at, audited in enumerate(audits)
                    for finding in audited.findings
                ],
            }
        ],
    }


def _rule(code: str) -> Json:
    """Return what a code asserts."""
    told = load("checks.toml").get(code, {"name": code, "says": code, "help": code})
    return {
        "id": code,
        "name": told["name"],
        "shortDescription": {"text": told["says"]},
        "help": {"text": told["help"]},
    }


def _artifact(audited: Audited) -> Json:
    document = audited.extraction.document
    artifact: Json = {
        "location": {"uri": audited.uri},
        "mimeType": document.media_type,
        "hashes": {"sha-256": document.sha256},
    }
    return artifact | ({"encoding": document.encoding} if document.encoding else {})


def _result(audited: Audited, finding: Finding, *, index: tuple[int, int]) -> Json:
    """Return one finding; `index` is of its document and of its rule."""
    artifact, rule = index
    agrees = finding.code in AGREES
    places = [*_places(audited, finding)]
    located = [_location(audited, piece, artifact) for piece in places]
    numbers = {name: getattr(finding, name) for name in ("stated", "computed", "tolerance", "type")}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "kind": "pass" if agrees else "fail",
        "level": "none" if agrees else LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": located[:1],
        "relatedLocations": [
            {"id": number, **each} for number, each in enumerate(located[1:], start=1)
        ],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, places)},
        "properties": {
            "severity": finding.severity,
            "figures": list(finding.figures),
            **{name: told for name, told in numbers.items() if told is not None},
        },
    }


def _places(audited: Audited, finding: Finding) -> Iterator[Piece]:
    """Yield where a finding is: the place of each of its figures, then those of its own."""
    for each in finding.figures:
        yield from audited.places.get(each, ())[:1]
    yield from finding.source


def _location(audited: Audited, piece: Piece, artifact: int) -> Json:
    """Return a place: a region where the text is at hand, else as the document has it."""
    document: Json = {"uri": audited.uri, "index": artifact}
    if isinstance(piece, OffsetPiece) and audited.text is not None:
        region = _region(audited.text, piece)
        return {"physicalLocation": {"artifactLocation": document, "region": region}}
    place: Mapping[str, object] = piece.model_dump(mode="json")
    return {"physicalLocation": {"artifactLocation": document}, "properties": dict(place)}


def _region(text: str, piece: OffsetPiece) -> Json:
    """Return a stretch of a text by its offsets, and by its lines and columns, from 1."""
    start, end = _line_and_column(text, piece.start), _line_and_column(text, piece.end)
    return {
        "startLine": start[0],
        "startColumn": start[1],
        "endLine": end[0],
        "endColumn": end[1],
        "charOffset": piece.start,
        "charLength": piece.end - piece.start,
        "snippet": {"text": text[piece.start : piece.end]},
    }


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count(NEWLINE, 0, at) + 1, at - text.rfind(NEWLINE, 0, at)


def _fingerprint(finding: Finding, places: Sequence[Piece]) -> str:
    """Return what makes a finding the same one in the next run: ids of figures follow content."""
    of = finding.figures or [str(place.model_dump(mode="json")) for place in places]
    return hashlib.sha256(BETWEEN.join((finding.code, *of)).encode()).hexdigest()
