"""`golden check`: extracts the documents of goldens and prints how they compare."""

from collections.abc import Callable, Sequence
from pathlib import Path

from extractor.errors import GoldenError, PlanfactsError
from extractor.given import source_text
from extractor.golden.awaited import is_waiting, waiting_line
from extractor.golden.compare import compare
from extractor.golden.report import report_lines
from extractor.golden.score import LineFinder, Result
from extractor.golden.store import (
    check_printed,
    find_document,
    golden_paths,
    load_golden,
)
from extractor.output import ExitCode
from schemas.extraction import Extraction
from schemas.golden import Golden


def compare_document(
    path: Path, golden: Golden, document: Path, extraction: Extraction
) -> tuple[tuple[Result, ...], LineFinder | None]:
    """Return the comparison of one document, and what finds the lines of its differences.

    Raises:
        GoldenError: The golden says that something is printed where it is not.
    """
    text = source_text(document, extraction.document)
    if text is None:
        return compare(golden, extraction, None), None
    check_printed(path, golden, text)
    return compare(golden, extraction, text), LineFinder(text)


def check_goldens(
    paths: Sequence[Path],
    extract: Callable[[Path], Extraction],
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> ExitCode:
    """Compare each golden with a fresh extraction of its document; return how the command ends.

    Raises:
        GoldenError: There is no golden at all.
    """
    goldens = golden_paths(paths)
    differ, faults = False, 0
    for path in goldens:
        try:
            golden, results, lines = _check(path, extract)
        except PlanfactsError as fault:
            complain(f"planfacts: {fault}")
            faults += 1
            continue
        differ |= is_waiting(golden) or any(result.failures for result in results)
        waiting = waiting_line(golden)
        for line in report_lines(golden.file, results, lines, waiting):
            say(line)
    if faults == len(goldens):
        return ExitCode.FAILED
    if differ:
        return ExitCode.DIFFERENT
    return ExitCode.PARTLY if faults else ExitCode.DONE


def _check(
    path: Path, extract: Callable[[Path], Extraction]
) -> tuple[Golden, tuple[Result, ...], LineFinder | None]:
    golden = load_golden(path)
    document = find_document(path, golden)
    if document is None:
        raise GoldenError(f"{path}: its document {golden.file} is not here, or is another edition")
    results, lines = compare_document(path, golden, document, extract(document))
    return golden, results, lines
