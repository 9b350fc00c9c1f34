"""A comparison as lines of text: the scores, then what differs."""

from collections.abc import Iterator, Sequence

from extractor.golden.score import ALL, LineFinder, Result, Tally
from extractor.summary import table

HEADINGS = (
    *("part", "kind", "field", "expected", "found", "right"),
    *("precision", "recall", "F1", "compared", "accuracy"),
)


def report_lines(
    file: str, results: Sequence[Result], lines: LineFinder | None, waiting: str | None = None
) -> Iterator[str]:
    """Yield the scores of one document by kind and field, then every difference.

    `waiting` tells what of the golden awaits a person.
    """
    failures = [difference for result in results for difference in result.failures]
    known = sum(len(result.differences) for result in results) - len(failures)
    yield f"== {file}: {len(failures)} differences, {known} known gaps"
    if waiting is not None:
        yield waiting
    yield table([HEADINGS, *_rows(results)], left=3)
    yield from (difference.sentence(lines) for difference in failures)
    yield ""


def _rows(results: Sequence[Result]) -> Iterator[tuple[str, ...]]:
    for result in results:
        # All kinds first, then kind by kind; fields in the order they are compared in.
        ordered = sorted(result.tallies.items(), key=lambda item: (item[0][0] != ALL, item[0][0]))
        for (group, field), tally in ordered:
            if tally.expected or tally.found:
                yield (result.part, group, field, *_cells(tally))


def _cells(tally: Tally) -> tuple[str, ...]:
    counts = (tally.expected, tally.found, tally.right)
    shares = (tally.precision, tally.recall, tally.f1)
    return (
        *map(str, counts),
        *(f"{share:.3f}" for share in shares),
        str(tally.compared),
        f"{tally.accuracy:.3f}",
    )
