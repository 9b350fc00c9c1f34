"""Compares what became of every run of digits."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.golden.entries import CLOSED, GAP, Entry, note, shown
from extractor.golden.overlap import pair_up
from extractor.golden.runs import DIGITS, Run
from extractor.golden.score import Result
from schemas.base import BoxPiece, OffsetPiece, Piece
from schemas.golden import Golden


@dataclass(frozen=True, slots=True)
class _Expected:
    run: Run
    gap: bool
    listed: bool
    """Whether a difference is listed; those of a figure's digits are, with the figure."""


def compare_digits(golden: Golden, runs: Sequence[Run], text: str | None) -> Result:
    """Return how the status of each run agrees; the runs of a golden's figures count too."""
    result = Result("digits")
    expected = sorted(_expected(golden, text), key=lambda e: _reading_order(e.run.pieces[0]))
    pairs = pair_runs([e.run for e in expected], runs)
    for at, each in enumerate(expected):
        found = runs[pairs[at]] if at in pairs else None
        status = each.run.status
        right = found is not None and found.status == status
        for tally in result.tally(status, "status"):
            tally.expected += 1
            tally.right += right
            tally.compared += 1
            tally.agreed += right
        if each.listed:
            _note(result, each, found, right=right)
    for run in runs:
        for tally in result.tally(run.status, "status"):
            tally.found += 1
    return result


def accounted_for(golden: Golden, runs: Sequence[Run], text: str | None) -> set[int]:
    """Return the places in `runs` of those that a golden knows, whatever it says that they are."""
    expected = [each.run for each in _expected(golden, text)]
    return set(pair_runs(expected, runs).values())


def _note(result: Result, each: _Expected, found: Run | None, *, right: bool) -> None:
    entry = Entry(each.run, each.run.pieces, shown(each.run.digits))
    if not right:
        said = each.run.status, found.status if found else "not in the ledger"
        note(result, entry, "status", said, known=each.gap)
    elif each.gap:
        note(result, entry, "status", (GAP, CLOSED))


def _expected(golden: Golden, text: str | None) -> Iterator[_Expected]:
    for entry in golden.digits:
        run = Run(entry.digits, entry.status, (entry.source,))
        yield _Expected(run, entry.gap, listed=True)
    for figure in golden.figures:
        for run in _figure_runs(figure.printed, figure.source, text):
            yield _Expected(run, gap=False, listed=False)


def _figure_runs(printed: str, pieces: Sequence[Piece], text: str | None) -> Iterator[Run]:
    if text is None:
        for match in DIGITS.finditer(printed):
            yield Run(match.group(), "figure", tuple(pieces))
        return
    for piece in pieces:
        if isinstance(piece, OffsetPiece):
            for match in DIGITS.finditer(text, piece.start, piece.end):
                place = OffsetPiece(start=match.start(), end=match.end())
                yield Run(match.group(), "figure", (place,))


def _reading_order(piece: Piece) -> tuple[float, float, float]:
    if isinstance(piece, BoxPiece):
        return piece.page, piece.bbox[1], piece.bbox[0]
    return 0, piece.start, 0


def pair_runs(expected: Sequence[Run], found: Sequence[Run]) -> dict[int, int]:
    """Pair runs of the same digits by place; return our index to theirs."""
    ours, theirs = _by_digits(expected), _by_digits(found)
    pairs: dict[int, int] = {}
    untold = theirs[""]  # runs outside of a PDF's text tell their place, not their digits
    for digits, positions in ours.items():
        others = [*theirs[digits], *untold]
        found_pairs = pair_up(
            [expected[at].pieces for at in positions], [found[at].pieces for at in others]
        )
        now = {positions[a]: others[b] for a, b in found_pairs.items()}
        pairs |= now
        taken = set(now.values())
        untold = [at for at in untold if at not in taken]
    return pairs


def _by_digits(runs: Sequence[Run]) -> defaultdict[str, list[int]]:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        positions[run.digits].append(at)
    return positions
