"""`golden findings`: holds the audit of documents against what a person found in them by hand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.check.audit import audit
from extractor.errors import GoldenError, PlanfactsError
from extractor.golden.overlap import overlap
from extractor.golden.store import GOLDEN_FOLDER, find_named, load_curated
from extractor.output import ExitCode
from schemas.base import BoxPiece, Piece
from schemas.extraction import Extraction, Finding
from schemas.findings_golden import GoldenFinding, GoldenFindings

FOLDER = GOLDEN_FOLDER / "findings"
PAIRS = "across"  # the file of findings between two documents, which are not held here

Places = Mapping[str, Sequence[Piece]]
"""Where the figures of an extraction stand, by id."""


@dataclass(slots=True)
class Verdict:
    """How the audit of one document stands to what a person found."""

    required: int = 0
    found: int = 0
    """Of what must be found, how much was."""
    told: int = 0
    """Errors and warnings in the stretch that the person audited."""
    right: int = 0
    """Those of them that the person found too, at a severity that is right."""
    known: int = 0
    """Differences that the golden marks as known."""
    differences: list[str] = field(default_factory=list)
    """All others, a line each."""


def load_findings(path: Path) -> GoldenFindings:
    """Return golden findings.

    Raises:
        GoldenError: They cannot be read, or are none.
    """
    return load_curated(path, GoldenFindings)


def compare_findings(golden: GoldenFindings, extraction: Extraction) -> Verdict:
    """Return how the audit of a document stands to what a person found in it."""
    verdict = Verdict()
    findings = audit(extraction)
    places = {figure.id: figure.anchor.source for figure in extraction.figures}
    for truth in golden.findings:
        if truth.required and truth.in_text:
            found = any(fits(each, truth, places) for each in findings)
            _count_required(verdict, truth, found=found)
    graver = [each for each in findings if each.severity != "info"]
    _count_told(
        verdict, golden, [each for each in graver if _is_covered(each, golden, places)], places
    )
    return verdict


def _count_required(verdict: Verdict, truth: GoldenFinding, *, found: bool) -> None:
    verdict.required += 1
    verdict.found += found
    verdict.known += truth.gap and not found
    said = f"{truth.id}: {truth.code}: {truth.sentence}"
    if found and truth.gap:
        verdict.differences.append(f"found, the gap is closed, take it out: {said}")
    elif not found and not truth.gap:
        verdict.differences.append(f"not found: {said}")


def _count_told(
    verdict: Verdict, golden: GoldenFindings, told: Sequence[Finding], places: Places
) -> None:
    raised: set[int] = set()
    for finding in told:
        right = any(fits(finding, truth, places) for truth in golden.findings)
        alarms = [
            at
            for at, alarm in enumerate(golden.false_alarms)
            if alarm.code == finding.code and overlap(alarm.source, stands_at(finding, places)) > 0
        ]
        verdict.told += 1
        verdict.right += right
        verdict.known += bool(alarms)
        raised.update(alarms)
        if not right and not alarms:
            said = f"{_where(finding, places)}: {finding.severity}: {finding.code}"
            verdict.differences.append(f"not in the golden: {said}: {finding.message}")
    stale = [alarm for at, alarm in enumerate(golden.false_alarms) if at not in raised]
    verdict.differences += [
        f"not raised any more, take it out: {alarm.code}: {alarm.why}" for alarm in stale
    ]


def fits(finding: Finding, truth: GoldenFinding, places: Places) -> bool:
    """Say whether a finding is what a person found: its code, as grave, at one of its figures."""
    if finding.code != truth.code or finding.severity not in truth.severity_ok:
        return False
    at = stands_at(finding, places)
    return any(overlap(figure.pieces, at) > 0 for figure in truth.figures)


def stands_at(finding: Finding, places: Places) -> tuple[Piece, ...]:
    """Return where a finding says that something is wrong."""
    return (*(piece for each in finding.figures[:1] for piece in places[each]), *finding.source)


def _is_covered(finding: Finding, golden: GoldenFindings, places: Places) -> bool:
    """Say whether a finding is in the stretch of the document that the person audited."""
    pages = golden.covered.pages
    at = [piece for piece in stands_at(finding, places) if isinstance(piece, BoxPiece)]
    return pages is None or all(pages[0] <= piece.page <= pages[1] for piece in at)


def _where(finding: Finding, places: Places) -> str:
    at = stands_at(finding, places)
    if not at:
        return "somewhere"
    return f"page {at[0].page}" if isinstance(at[0], BoxPiece) else f"at {at[0].start}"


def check_findings(
    paths: Sequence[Path],
    extract: Callable[[Path], Extraction],
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> ExitCode:
    """Hold the audit against each file of golden findings; return how the command ends.

    Raises:
        GoldenError: There are none at all.
    """
    goldens = list(paths) or findings_paths(FOLDER)
    if not goldens:
        raise GoldenError(f"{FOLDER}: no golden findings here")
    verdicts, faults = [], 0
    for path in goldens:
        try:
            verdict = _check(path, extract)
        except PlanfactsError as fault:
            complain(f"planfacts: {fault}")
            faults += 1
            continue
        verdicts.append(verdict)
        for line in _lines(path.stem, verdict):
            say(line)
    if not verdicts:
        return ExitCode.FAILED
    if any(verdict.differences for verdict in verdicts):
        return ExitCode.DIFFERENT
    return ExitCode.PARTLY if faults else ExitCode.DONE


def findings_paths(folder: Path) -> list[Path]:
    """Return the files of golden findings in a folder, those between documents left out."""
    return sorted(path for path in folder.glob("*.json") if path.stem != PAIRS)


def _check(path: Path, extract: Callable[[Path], Extraction]) -> Verdict:
    golden = load_findings(path)
    document = find_named(path, golden.document, golden.sha256)
    if document is None:
        raise GoldenError(
            f"{path}: its document {golden.document} is not here, or is another edition"
        )
    return compare_findings(golden, extract(document))


def _lines(name: str, verdict: Verdict) -> Iterator[str]:
    yield (
        f"== {name}: {len(verdict.differences)} differences, {verdict.known} known;"
        f" {verdict.found} of {verdict.required} required found,"
        f" {verdict.right} of {verdict.told} errors and warnings right"
    )
    yield from verdict.differences
